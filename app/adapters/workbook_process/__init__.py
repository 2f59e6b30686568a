"""A program of its own that reads workbooks, because their makers may be anybody."""
