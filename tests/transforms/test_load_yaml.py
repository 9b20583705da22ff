from pathlib import Path

import pytest
import yaml

from transforms.load_yaml import load_yaml

DATA = sorted((Path(__file__).parents[2] / "transforms").rglob("*.yaml"))
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


@pytest.mark.parametrize("path", DATA, ids=[path.name for path in DATA])
def test_no_key_of_a_data_file_stands_twice(path: Path) -> None:
    # The later one would win without a word.
    waiting = [yaml.compose(path.read_text("utf-8"), yaml.CSafeLoader)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert sorted(set(keys)) == sorted(keys)
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
