"""Fits the confidence of event mentions on labelled sentences and shows how far it is to be believed."""
