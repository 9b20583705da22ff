import pytest
import yaml

from transforms.load_yaml import load_yaml

TEXT = """
of: [a, 1, 2.5, null, 2024-02-29]
deep: {list: [{x: y}], text: "a\\u00e9"}
"""


def test_values_are_those_of_the_safe_loader() -> None:
    assert load_yaml(TEXT) == yaml.safe_load(TEXT)


@pytest.mark.parametrize("text", ["a: [", "!!python/object/apply:os.getcwd []"])
def test_no_yaml_and_no_code_is_loaded(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        load_yaml(text)


def test_small_words_are_words_and_no_truth_values() -> None:
    words = "[on, off, no, yes, y, n, true, False]"
    assert load_yaml(words) == ["on", "off", "no", "yes", "y", "n", True, False]
    assert yaml.safe_load(words) != load_yaml(words)
