"""YAML by the parser in C where PyYAML was built with it: the same values in a tenth of the time."""

import re
from typing import Any, ClassVar

import yaml


class _Loader(yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):  # type: ignore[misc]
    """Only `true` and `false` are truth values, as in YAML 1.2: `on`, `off`, `no` and `y` are words of the lists."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, form) for tag, form in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def load_yaml(text: str) -> Any:
    """The plain values of a YAML document. Raises yaml.YAMLError where it is none."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe one
