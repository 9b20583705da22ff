"""Dates as EDTF: never finer than the words, with the range of days that encloses them."""
