SELECT * FROM events ORDER BY date_earliest NULLS LAST, date_edtf NULLS LAST, event_id
