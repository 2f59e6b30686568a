"""The window: widgets show values and emit intentions; they decide nothing."""
