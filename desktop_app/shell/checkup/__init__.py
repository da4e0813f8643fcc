"""What this computer has and lacks for Hunch, looked at without changing anything."""
