"""The published register as files that people and programs can use: pure builders of bytes from a Register.

The same register gives the same bytes, whenever and wherever they are made. Must not know Flask or a clock.
"""
