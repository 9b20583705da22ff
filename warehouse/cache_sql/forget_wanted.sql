delete from wanted
