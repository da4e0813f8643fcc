"""Models that were made elsewhere: an ONNX graph that reads columns of a table and answers a question."""
