import shutil
from pathlib import Path

import pytest

from flows.fingerprint import fingerprint, stamps
from flows.model import DEFAULT_MODEL

FILES = {
    "transforms/__init__.py": "",
    "transforms/stop.txt": "the",
    "transforms/names/__init__.py": "",
    "transforms/names/find.py": "def find():\n    from schemas.names import Name\n    return Name",
    "transforms/names/data/towns.tsv": "Kampala",
    "transforms/acts/__init__.py": "",
    "transforms/acts/find.py": "from transforms.names.find import find\n",
    "transforms/acts/verbs.yaml": "verbs: meet",
    "schemas/__init__.py": "",
    "schemas/names.py": "Name = str",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def of_names(root: Path) -> str:
    return fingerprint(("transforms.names.find",), root)


def of_acts(root: Path) -> str:
    return fingerprint(("transforms.acts.find",), root)


@pytest.mark.parametrize(
    "name",
    ["transforms/stop.txt", "transforms/names/find.py", "transforms/names/data/towns.tsv", "schemas/names.py"],
)
def test_a_change_to_what_is_imported_or_lies_beside_it_counts(root: Path, name: str) -> None:
    before = of_names(root), of_acts(root)
    (root / name).write_text(FILES[name] + " ", "utf-8")
    assert of_names(root) != before[0]
    assert of_acts(root) != before[1]


@pytest.mark.parametrize("name", ["transforms/acts/verbs.yaml", "transforms/acts/new.yaml", "transforms/acts/find.py"])
def test_a_change_to_what_is_not_imported_does_not_count(root: Path, name: str) -> None:
    before = of_names(root), of_acts(root)
    (root / name).write_text(FILES.get(name, "") + "\n", "utf-8")
    assert of_names(root) == before[0]
    assert of_acts(root) != before[1]


def test_caches_of_the_interpreter_do_not_count(root: Path) -> None:
    before = of_names(root)
    (root / "transforms/names/__pycache__").mkdir()
    (root / "transforms/names/__pycache__/find.pyc").write_bytes(b"x")
    assert of_names(root) == before


def test_findings_do_not_rest_on_event_patterns(tmp_path: Path) -> None:
    project = Path(__file__).parents[2]
    for package in ("schemas", "transforms"):
        shutil.copytree(project / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    patterns = "transforms/events/verbal_conflict.yaml"

    def now() -> dict[str, str]:
        return {
            "findings": fingerprint(("transforms.findings", "transforms.pack_findings"), tmp_path),
            "events": fingerprint(("transforms.extract",), tmp_path),
            "but patterns": fingerprint(("transforms.extract",), tmp_path, leaving_out=(patterns,)),
        }

    before = now()
    with (tmp_path / patterns).open("a", encoding="utf-8") as file:
        file.write("# another pattern\n")
    assert [name for name, stamp in now().items() if stamp != before[name]] == ["events"]


def test_stamps_tell_what_they_are_of() -> None:
    now = stamps(DEFAULT_MODEL)
    assert [stamp.split()[0] for stamp in now.all] == [
        "parse",
        "findings",
        "events",
        "stories",
        "reading",
        "rules",
    ]
    assert now == stamps(DEFAULT_MODEL)
