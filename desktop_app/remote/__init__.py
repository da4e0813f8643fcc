"""Work on a Dask cluster: models learned by its workers, as if they were threads of this computer."""
