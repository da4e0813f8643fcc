"""The pages, served to the program's own window and to nobody else."""
