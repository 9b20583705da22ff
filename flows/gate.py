"""The second gate: Great Expectations on the staged release, the very file that would be published."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from schemas.catalog import KEY_OF, PUBLISHED
from schemas.operations import Check
from schemas.render.expectations import Expectation, expectations
from warehouse.audit import audits

# An audit may join several tables; Great Expectations warns unless the batch's own is named. It fills placeholders in
# with str.format, so other braces are doubled.
_BATCH_NOTE = "/* {batch} */ "
# What only a finished audit can give is added to the file after it.
_ADDED_LATER = ("checks", "releases", "release_changes")


def suite() -> list[Expectation]:
    """Every expectation of a release: those rendered from the declarations, and the audits that span tables."""
    rendered = [one for table in PUBLISHED if table.name not in _ADDED_LATER for one in expectations(table, KEY_OF)]
    return rendered + audits()


def audit_release(staged: Path, release_id: str, wanted: Sequence[Expectation]) -> list[Check]:
    """Run the expectations on the database at `staged`, opened read-only; one row a check."""
    gx = import_great_expectations()
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    source = context.data_sources.add_sql(
        "release",
        connection_string=f"duckdb:///{staged.resolve()}",
        kwargs={
            "connect_args": {"read_only": True, "config": {"threads": 1}},
            "isolation_level": "AUTOCOMMIT",
            "skip_autocommit_rollback": True,
            "pool_reset_on_return": None,
        },
    )
    checks: list[Check] = []
    engines: list[Any] = []
    try:
        for table_name in dict.fromkeys(one.table_name for one in wanted):
            own = [one for one in wanted if one.table_name == table_name]
            asset = source.add_table_asset(table_name, table_name=table_name)
            batch = asset.add_batch_definition_whole_table(table_name).get_batch()
            gx_suite = gx.ExpectationSuite(name=table_name, expectations=[_expectation(gx, one) for one in own])
            engines.append(batch.data.execution_engine)
            results = {result.expectation_config.meta["name"]: result for result in batch.validate(gx_suite).results}
            checks += [_check(release_id, one, results[one.name]) for one in own]
    finally:
        for engine in engines:
            engine.close()
        source.get_execution_engine().close()
        source.get_engine().dispose()  # or DuckDB keeps the file open for the whole process
    return checks


def import_great_expectations() -> Any:
    """The library, which takes seconds to import."""
    import os

    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations

    return great_expectations


def _expectation(gx: Any, one: Expectation) -> Any:
    if one.query is not None:
        query = _BATCH_NOTE + one.query.replace("{", "{{").replace("}", "}}")
        from flows.count_unexpected_rows import CountUnexpectedRows  # as late as the library that it rests on

        return CountUnexpectedRows(unexpected_rows_query=query, meta={"name": one.name})
    return getattr(gx.expectations, one.kind)(**one.arguments, meta={"name": one.name})


def _check(release_id: str, one: Expectation, result: Any) -> Check:
    return Check(
        release_id=release_id,
        layer="great_expectations",
        table_name=one.table_name,
        check_name=one.name,
        severity=one.severity,
        passed=bool(result.success),
        observed=_observed(one, result),
        expected=one.expected,
    )


def _observed(one: Expectation, result: Any) -> str:
    errors = _exceptions(result.exception_info or {})
    if errors:
        return f"could not be checked: {errors[0]}"
    details = result.result or {}
    if one.query is not None:
        return f"{details.get('observed_value', 0)} offending rows"
    if "unexpected_count" in details:
        return f"{details['unexpected_count']} of {details.get('element_count', 0)} rows"
    return str(details.get("observed_value", "as expected" if result.success else "not as expected"))


def _exceptions(info: dict[str, Any]) -> list[str]:
    """The messages in an exception_info, which is flat or holds one entry for each metric that failed."""
    if info.get("raised_exception"):
        return [str(info.get("exception_message"))]
    return [message for entry in info.values() if isinstance(entry, dict) for message in _exceptions(entry)]
