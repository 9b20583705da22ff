import io

from rich.console import Console

from flows.commands.sql import print_rows, render
from warehouse.curated import QueryResult


def test_single_words_stay_whole_beside_columns_that_wrap() -> None:
    ids = [f"ev_{number:016x}" for number in (1, 2)]
    rows = [
        (
            "XXXX-03-12",
            "CONSULT/third-party",
            "hypothetical",
            "Steven Whitcombe, Valentina Petrova",
            "Saint Petersburg",
            key,
        )
        for key in ids
    ]
    columns = ("date", "what", "status", "who", "place", "event_id")
    lines = render(QueryResult(columns, rows), "table").splitlines()
    for key in ids:
        (line,) = (line for line in lines if key in line)
        assert {"XXXX-03-12", "CONSULT/third-party", "hypothetical"} <= set(line.split())
    assert "Petersburg" in " ".join(lines)


def _printed(result: QueryResult, width: int) -> list[str]:
    buffer = io.StringIO()
    print_rows(Console(file=buffer, width=width), result)
    return buffer.getvalue().splitlines()


def test_ids_and_days_stay_whole_on_a_narrow_terminal() -> None:
    row = (
        "2025-11-03/2025-11-09",
        "CONSULT/third-party",
        "hypothetical",
        "Steven Whitcombe",
        "Petersburg",
        2,
        f"ev_{7:016x}",
    )
    lines = _printed(QueryResult(("date", "what", "status", "who", "place", "sources", "event_id"), [row]), 80)
    assert max(map(len, lines)) <= 80
    assert any(f"ev_{7:016x}" in line for line in lines)
    assert any("2025-11-03" in line for line in lines)


def test_columns_that_do_not_fit_stand_below_each_other() -> None:
    columns = tuple(f"column_{number}" for number in range(20))
    lines = _printed(QueryResult(columns, [tuple(range(20)), tuple(range(20, 40))]), 80)
    assert "column_19  39" in [line.rstrip() for line in lines]
    assert lines[-1] == "2 rows"


def test_the_number_of_rows_is_no_part_of_a_narrow_table() -> None:
    assert _printed(QueryResult(("x",), [(7,)]), 80)[-1] == "1 row"
