"""When it runs: the stages in order, the gate, the command line, settings and the run report."""
