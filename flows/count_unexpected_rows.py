"""A query's unexpected rows, counted only: Great Expectations' own runs every query twice, to fetch some of them too."""

from typing import Any

from great_expectations.expectations.core.unexpected_rows_expectation import UnexpectedRowsExpectation


class CountUnexpectedRows(UnexpectedRowsExpectation):
    """Holds where the query gives no row; observed is how many it gives."""

    metric_dependencies = ("unexpected_rows_query.row_count",)

    def _validate(self, metrics: dict[str, Any], *_: object, **__: object) -> dict[str, Any]:
        rows = metrics["unexpected_rows_query.row_count"]
        return {"success": rows == 0, "result": {"observed_value": rows}}
