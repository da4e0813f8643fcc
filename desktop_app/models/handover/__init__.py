"""A model as other programs can use it: a page, a workbook, an ONNX graph."""
