-- Several threads take more of the processor for tables of this size, and save little time; extraction has the other cores.
SET threads = 1
