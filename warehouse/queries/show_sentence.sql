SELECT sentences.*, file_name FROM sentences JOIN articles USING (article_id) WHERE sentence_id = ?
