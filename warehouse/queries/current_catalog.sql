SELECT current_catalog()
