"""Road maps: what a road map of a school or an authority says, and what is doubtful in it."""
