"""The outside world, one file or folder for each neighbour."""
