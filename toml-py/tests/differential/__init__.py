"""Texts for differential tests, and what may differ: see `test_differential.py`."""
