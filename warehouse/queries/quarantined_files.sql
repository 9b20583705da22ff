SELECT DISTINCT file_name, reason
FROM quarantine
