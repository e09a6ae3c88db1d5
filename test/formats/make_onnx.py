"""Writes files/*.onnx as PyTorch and scikit-learn (by skl2onnx) do, and onnx.json with what ONNX Runtime makes of each;
of keras.onnx too, which make_keras.py writes, as TensorFlow and PyTorch do not get along in one process.

    python -m venv venv && venv/bin/pip install -r requirements.txt && venv/bin/python make_onnx.py

Of each files/ours*.onnx, which onnx.test.ts writes, the same is noted, after onnx.checker has passed it.
"""

import hashlib
import json
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
rows_may_vary = {"x": {0: torch.export.Dim("rows")}}
torch.onnx.export(
    every, (rows,), folder / "torch.onnx", dynamo=True, external_data=False, input_names=["x"],
    dynamic_shapes=({0: torch.export.Dim("rows")},), verbose=False,
)  # fmt: skip
note("torch.onnx")
torch.onnx.export(
    every, (rows,), folder / "torch-script.onnx", dynamo=False, input_names=["x"], opset_version=14,
    dynamic_axes={"x": {0: "rows"}},
)  # fmt: skip
note("torch-script.onnx")

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
