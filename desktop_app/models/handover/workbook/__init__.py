"""A model as a workbook that answers by formulas."""
