DELETE FROM quarantine WHERE stage = 'resolve'
