INSERT INTO release.volumes BY NAME
SELECT ? AS release_id, ? AS release_no, '$table' AS table_name, (SELECT count(*) FROM release.$table) AS row_count,
       NULL AS former_rows
