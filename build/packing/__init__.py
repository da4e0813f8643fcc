"""What makes the frozen program into something to install: parts and licences inside, packages around it."""
