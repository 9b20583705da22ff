SELECT * FROM furniture
