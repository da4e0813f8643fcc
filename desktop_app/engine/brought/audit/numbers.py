"""Whether the numbers that a graph holds are all in it, and as many as their shape says."""

import math

import numpy as np
import onnx
from onnx import TensorProto, helper

from desktop_app.engine.brought.audit.refused import RefusedGraphError

_FIELDS: dict[int, str] = {
    TensorProto.FLOAT: "float_data",
    TensorProto.DOUBLE: "double_data",
    TensorProto.INT64: "int64_data",
    TensorProto.UINT64: "uint64_data",
    TensorProto.UINT32: "uint64_data",
    TensorProto.STRING: "string_data",
    **dict.fromkeys(
        (
            *(TensorProto.INT32, TensorProto.INT16, TensorProto.INT8, TensorProto.UINT16, TensorProto.UINT8),
            *(TensorProto.BOOL, TensorProto.FLOAT16),
        ),
        "int32_data",
    ),
}
_ALL = frozenset(_FIELDS.values())


def check_numbers(tensor: onnx.TensorProto) -> None:
    """Raise RefusedGraphError unless a tensor is whole, and of a common type."""
    if tensor.data_location == TensorProto.EXTERNAL or tensor.external_data:
        raise RefusedGraphError("onnx.external")
    field = _FIELDS.get(tensor.data_type)
    if field is None or tensor.HasField("segment"):
        raise RefusedGraphError("onnx.kinds", what=_type_name(tensor.data_type))
    if any(size < 0 for size in tensor.dims):
        raise RefusedGraphError("onnx.unsound", what="shape")
    count = math.prod(tensor.dims)
    others = [name for name in _ALL if name != field and getattr(tensor, name)]
    if tensor.HasField("raw_data"):
        size = count * _bytes_of(tensor.data_type)
        whole = tensor.data_type != TensorProto.STRING and size == len(tensor.raw_data)
        others += [field] if getattr(tensor, field) else []
    else:
        whole = count == len(getattr(tensor, field))
    if not whole or others:
        raise RefusedGraphError("onnx.unsound", what="numbers")


def _bytes_of(kind: int) -> int:
    return int(np.dtype(helper.tensor_dtype_to_np_dtype(kind)).itemsize)


def _type_name(kind: int) -> str:
    known = kind in TensorProto.DataType.values()
    return TensorProto.DataType.Name(kind).lower() if known else str(kind)
