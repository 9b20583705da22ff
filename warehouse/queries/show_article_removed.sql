SELECT kind, rule, char_start, char_end, "text" FROM removed_text WHERE article_id = ? ORDER BY char_start
