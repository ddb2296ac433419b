"""A document with a value of every kind, for tests that read the same again and again."""

SOURCE = """
title = "TOML é"
[[products]]
name = "Hammer"
sizes = [1, 2.5, 1979-05-27T07:32:00-08:00, 100000000000000000000]
"a \\"quoted\\" key" = { x = true }
"""
