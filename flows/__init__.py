"""When it runs: the stages in order, the gate, the command line, settings and the run report."""

import os

# NumPy reads these once, at its first import. The model's matrices are small: a second thread would only wait.
for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")
