"""Set-up of the program on a machine: private environment, system libraries, checks."""
