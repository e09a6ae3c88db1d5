"""Writes files/*.onnx as PyTorch and scikit-learn (by skl2onnx) do, and onnx.json with what ONNX Runtime makes of each;
of keras.onnx too, which make_keras.py writes, as TensorFlow and PyTorch do not get along in one process.

    python -m venv venv && venv/bin/pip install -r requirements.txt && venv/bin/python make_onnx.py

Of each files/ours*.onnx, which onnx.test.ts writes, the same is noted, after onnx.checker has passed it.
"""

import hashlib
import json
import os
import pathlib

import numpy as np
import onnx
import onnxruntime
import torch
from skl2onnx import to_onnx
from sklearn.datasets import load_iris
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler

folder = pathlib.Path(__file__).parent / "files"
random = np.random.default_rng(2)
noted = {}


def leave_out_places(name):
    """The exporter notes for each node where in its own files it stood, on this machine."""
    made = onnx.load(folder / name, load_external_data=False)
    for node in made.graph.node:
        for i in reversed(range(len(node.metadata_props))):
            if node.metadata_props[i].key == "pkg.torch.onnx.stack_trace":
                del node.metadata_props[i]
    onnx.save(made, folder / name)


def note(name, output=-1, rows=7):
    """What ONNX Runtime makes of some rows; `output` is that of the probabilities."""
    path = folder / name
    onnx.checker.check_model(onnx.load(path), full_check=True)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (given,) = session.get_inputs()
    shape = (rows, *given.shape[1:])
    x = random.normal(0, 1, shape).astype("float32")
    y = session.run(None, {given.name: x})[output]
    if isinstance(y, list):  # a record for each row
        y = [list(row.values()) for row in y]
    y = np.asarray(y, "float64").reshape(rows, -1)
    noted[name] = {"x": x.reshape(rows, -1).tolist(), "shape": list(shape), "y": y.tolist()}
    return path


class Named(torch.nn.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


N = torch.nn
torch.manual_seed(1)
functions = [
    N.ReLU(), N.Sigmoid(), N.Tanh(), N.ReLU6(), N.ELU(0.7), N.SELU(), N.GELU(), N.GELU("tanh"), N.SiLU(), N.Mish(),
    N.Softplus(), N.Softsign(), N.Hardsigmoid(), N.LeakyReLU(0.1), N.LogSoftmax(-1), Named(torch.exp), N.Identity(),
]  # fmt: skip
every = N.Sequential(
    Named(lambda x: x / 255 - 0.5),
    N.Flatten(),
    N.Linear(6, 5),
    N.BatchNorm1d(5),
    N.LayerNorm(5),
    N.Dropout(0.2),
    N.PReLU(5, 0.2),
    N.Linear(5, 4, bias=False),
    *functions,
    N.PReLU(),
    N.Unflatten(1, (2, 2)),
    N.Flatten(),
    N.Linear(4, 3),
    N.Softmax(-1),
).eval()
for module in every:
    if isinstance(module, N.BatchNorm1d):
        module.running_mean.uniform_(-1, 1)
        module.running_var.uniform_(0.5, 2)
        N.init.uniform_(module.weight)
        N.init.uniform_(module.bias)
rows = torch.randn(2, 2, 3)
torch.onnx.export(
    every, (rows,), folder / "torch.onnx", dynamo=True, external_data=False, input_names=["x"],
    dynamic_shapes=({0: torch.export.Dim("rows")},), verbose=False,
)  # fmt: skip
leave_out_places("torch.onnx")
note("torch.onnx")
torch.onnx.export(
    every, (rows,), folder / "torch-script.onnx", dynamo=False, input_names=["x"], opset_version=14,
    dynamic_axes={"x": {0: "rows"}},
)  # fmt: skip
note("torch-script.onnx")

plain = N.Sequential(N.Linear(4, 5), N.ReLU(), N.Linear(5, 3))
torch.onnx.export(
    plain, (torch.randn(2, 4),), folder / "torch-external.onnx", dynamo=True, external_data=True, verbose=False,
    dynamic_shapes=({0: torch.export.Dim("rows")},),
)  # fmt: skip
made = onnx.load(folder / "torch-external.onnx")
os.remove(folder / "torch-external.onnx.data")
onnx.save_model(
    made, folder / "torch-external.onnx", save_as_external_data=True, location="torch-external.onnx.data",
    size_threshold=0,
)  # fmt: skip
leave_out_places("torch-external.onnx")
note("torch-external.onnx")

# Forms that ONNX allows and these programs did not happen to use.
make, from_array = onnx.helper, onnx.numpy_helper.from_array


def numbers(name, *shape):
    return from_array(random.normal(0.2, 0.5, shape).astype("float32"), name)


forms = [
    make.make_node("Squeeze", ["x", "axes"], ["squeezed"]),
    make.make_node("Cast", ["squeezed"], ["double"], to=11),
    make.make_node("Cast", ["double"], ["float"], to=1),
    make.make_node("Sub", ["float", "mean"], ["centred"]),
    make.make_node("Div", ["centred", "deviation"], ["normal"]),
    make.make_node("Gemm", ["normal", "b1", "c1"], ["g1"], alpha=0.5, beta=2.0, transB=0),
    make.make_node("Dropout", ["g1"], ["dropped"]),
    make.make_node("Constant", [], ["k"], value_floats=[0.1, 0.2, -0.3]),
    make.make_node("Mul", ["k", "dropped"], ["scaled"]),
    make.make_node("Identity", ["w2"], ["same"]),
    make.make_node("Transpose", ["same"], ["turned"], perm=[1, 0]),
    make.make_node("MatMul", ["scaled", "turned"], ["m2"]),
    make.make_node("Add", ["c2", "m2"], ["a2"]),
    make.make_node("Mul", ["a2", "a2"], ["squares"]),
    make.make_node("ReduceMean", ["a2", "last"], ["average"], keepdims=1),
    make.make_node("ReduceMean", ["squares", "last"], ["average_square"], keepdims=1),
    make.make_node("Mul", ["average", "average"], ["square"]),
    make.make_node("Sub", ["average_square", "square"], ["variance"]),
    make.make_node("Add", ["variance", "epsilon"], ["more"]),
    make.make_node("Sqrt", ["more"], ["root"]),
    make.make_node("Sub", ["a2", "average"], ["apart"]),
    make.make_node("Div", ["apart", "root"], ["layer"]),
    make.make_node("Max", ["layer", "zero"], ["positive"]),
    make.make_node("Min", ["six", "positive"], ["relu6"]),
    make.make_node("Sub", ["one", "relu6"], ["flipped"]),
    make.make_node("Unsqueeze", ["flipped", "axes"], ["wide"]),
    make.make_node("Shape", ["wide"], ["sizes"]),
    make.make_node("Gather", ["sizes", "first"], ["rows"]),
    make.make_node("Concat", ["rows", "rest"], ["target"], axis=0),
    make.make_node("Reshape", ["wide", "target"], ["narrow"]),
    make.make_node("Softmax", ["narrow"], ["y"], axis=1),
]
initializers = [
    numbers("mean", 4), from_array(np.array([1, 2, 0.5, 3], "float32"), "deviation"), numbers("b1", 4, 3),
    from_array(np.array(0.25, "float32"), "c1"), numbers("w2", 5, 3), numbers("c2", 1, 5),
    *[from_array(np.array(v, "float32"), n) for n, v in [("epsilon", 1e-4), ("zero", 0), ("six", 6), ("one", 1)]],
    make.make_tensor("axes", onnx.TensorProto.INT64, [1], [1]),
    make.make_tensor("last", onnx.TensorProto.INT64, [1], [-1]),
    make.make_tensor("first", onnx.TensorProto.INT64, [1], [0]),
    make.make_tensor("rest", onnx.TensorProto.INT64, [1], [5]),
]  # fmt: skip
info = make.make_tensor_value_info
graph = make.make_graph(
    forms, "forms", [info("x", 1, ["rows", 1, 4])], [info("y", 1, ["rows", 5])], initializers
)  # fmt: skip
onnx.save(make.make_model(graph, opset_imports=[make.make_opsetid("", 18)], ir_version=8), folder / "forms.onnx")
note("forms.onnx")

note("keras.onnx")

x, y = load_iris(return_X_y=True)
x = x.astype("float32")
settings = dict(hidden_layer_sizes=(6, 5), max_iter=300, random_state=1)
for name, model, target, options in [
    ("classes", MLPClassifier(activation="tanh", **settings), y, {"zipmap": False}),
    ("zipmap", make_pipeline(StandardScaler(), MLPClassifier(**settings)), y, {}),
    ("binary", make_pipeline(MinMaxScaler(), MLPClassifier(activation="logistic", **settings)), y == 1, {}),
    ("regression", MLPRegressor(**settings), x @ [1.0, 2.0, 3.0, 4.0], {}),
]:
    model.fit(x, target)
    made = to_onnx(model, x[:1], options={id(model): options} if options else None)
    (folder / f"sklearn-{name}.onnx").write_bytes(made.SerializeToString())
    note(f"sklearn-{name}.onnx")

for ours in sorted(folder.glob("ours*.onnx")):
    note(ours.name)
    noted[ours.name]["sha256"] = hashlib.sha256(ours.read_bytes()).hexdigest()

(folder.parent / "onnx.json").write_text(json.dumps(noted) + "\n")
