from flows.commands.sql import render
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
