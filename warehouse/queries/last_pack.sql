SELECT max(pack) FROM pack_marks
