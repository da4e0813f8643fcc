"""The operators that are run: those that models of tables are made of, of the two standard sets."""

from collections.abc import Iterator

import onnx
from onnx import AttributeProto

from desktop_app.engine.brought.audit.refused import RefusedGraphError

PLAIN, LEARNED = "", "ai.onnx.ml"  # the two sets, as they are called inside a graph
MOST_NODES = 10_000
_LONGEST = 80  # letters of a name from a file

_ONE = """
Abs Acos Acosh Asin Asinh Atan Atanh BitwiseNot Cast CastLike Ceil Celu Clip Cos Cosh Dropout Elu Erf Exp
Floor Gelu HardSigmoid HardSwish Identity IsInf IsNaN LeakyRelu Log Mish Neg Not Reciprocal Relu Round Selu
Shrink Sigmoid Sign Sin Sinh Softplus Softsign Sqrt Swish Tan Tanh ThresholdedRelu
"""
_SEVERAL = """
Add And BitShift BitwiseAnd BitwiseOr BitwiseXor Div Equal Greater GreaterOrEqual Less LessOrEqual Max Mean
Min Mod Mul Or PRelu Pow StringConcat Sub Sum Where Xor
"""
_ALONG = """
ArgMax ArgMin BatchNormalization CumSum GroupNormalization Hardmax InstanceNormalization LayerNormalization
LogSoftmax LpNormalization MeanVarianceNormalization RMSNormalization ReduceL1 ReduceL2 ReduceLogSum
ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare Softmax TopK
"""
_MOVED = """
Concat Constant Flatten Reshape ScatterElements ScatterND Shape Size Slice Split Squeeze Transpose Trilu
Unsqueeze
"""
_GROWN = " ConstantOfShape Expand Gather GatherElements GatherND OneHot Pad Range Tile"
_SUMMED = """
AveragePool Conv DequantizeLinear DynamicQuantizeLinear Einsum Gemm GlobalAveragePool GlobalMaxPool MatMul
MatMulInteger MaxPool QLinearMatMul QuantizeLinear
"""
_OF_MODELS = """
ArrayFeatureExtractor Binarizer CategoryMapper FeatureVectorizer Imputer LabelEncoder LinearClassifier
LinearRegressor Normalizer OneHotEncoder SVMClassifier SVMRegressor Scaler TreeEnsemble TreeEnsembleClassifier
TreeEnsembleRegressor ZipMap
"""
OPERATORS = {
    PLAIN: frozenset("".join((_ONE, _SEVERAL, _ALONG, _MOVED, _GROWN, _SUMMED)).split()),
    LEARNED: frozenset(_OF_MODELS.split()),
}
# What they give may be larger than all that they are given.
GROWING = frozenset((_SEVERAL + _GROWN + _SUMMED).split())
_RANDOM = frozenset(("Bernoulli", "Multinomial"))
_LEARNING = {"BatchNormalization": "training_mode"}


def check_nodes(graph: onnx.GraphProto) -> None:
    """Raise RefusedGraphError unless every step of a graph is of the operators that are run."""
    if len(graph.node) > MOST_NODES:
        raise RefusedGraphError("onnx.too_many", count=len(graph.node), limit=MOST_NODES)
    for node in graph.node:
        _check_operator(node)
        _check_attributes(node)


def numbers_in(node: onnx.NodeProto) -> Iterator[onnx.TensorProto]:
    """Yield the tensors that a step holds itself."""
    for attribute in node.attribute:
        if attribute.type == AttributeProto.TENSOR:
            yield attribute.t
        yield from attribute.tensors


def shown(text: str) -> str:
    """Return a name from a file that is short enough for a sentence."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _check_operator(node: onnx.NodeProto) -> None:
    domain = PLAIN if node.domain == "ai.onnx" else node.domain
    if domain not in OPERATORS:
        raise RefusedGraphError("onnx.own_operators", what=shown(f"{node.domain}.{node.op_type}"))
    if node.op_type.startswith("Random") or node.op_type in _RANDOM:
        raise RefusedGraphError("onnx.random", what=shown(node.op_type))
    if any(one.type in (AttributeProto.GRAPH, AttributeProto.GRAPHS) for one in node.attribute):
        raise RefusedGraphError("onnx.branches", what=shown(node.op_type))
    if node.op_type not in OPERATORS[domain] or node.overload:
        raise RefusedGraphError("onnx.operators", what=shown(node.op_type))


def _check_attributes(node: onnx.NodeProto) -> None:
    for attribute in node.attribute:
        if attribute.ref_attr_name:
            raise RefusedGraphError("onnx.functions")
        if attribute.HasField("sparse_tensor") or attribute.sparse_tensors:
            raise RefusedGraphError("onnx.kinds", what="sparse tensor")
        if attribute.HasField("g") or attribute.graphs:
            raise RefusedGraphError("onnx.branches", what=shown(node.op_type))
        if attribute.HasField("tp") or attribute.type_protos:
            raise RefusedGraphError("onnx.kinds", what=shown(node.op_type))
        if attribute.name == _LEARNING.get(node.op_type) and attribute.i:
            raise RefusedGraphError("onnx.training")
    if node.op_type == "Dropout" and len(node.input) > 2 and node.input[2]:
        raise RefusedGraphError("onnx.random", what="Dropout")
