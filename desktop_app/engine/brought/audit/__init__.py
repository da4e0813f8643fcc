"""What is asked of an ONNX graph from a stranger before ONNX Runtime is let near it."""
