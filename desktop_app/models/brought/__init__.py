"""An ONNX graph and its schema file become a model file."""
