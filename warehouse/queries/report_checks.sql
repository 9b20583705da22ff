-- The checks of a release: what failed first, what holds a release back before what does not.
SELECT layer, table_name, check_name, severity, passed, observed, expected
FROM checks
WHERE release_id = $1
ORDER BY passed, severity, table_name, check_name, layer
