"""The program's figures: how long what a receptionist waits for takes on this machine."""
