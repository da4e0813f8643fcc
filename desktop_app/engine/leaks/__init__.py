"""Columns that give the answer away, before learning and after."""
