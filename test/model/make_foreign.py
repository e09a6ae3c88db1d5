"""Writes foreign.json: how the files of other programs begin, each made by that program, in base64.

    python -m venv venv && venv/bin/pip install keras numpy onnx tensorflow-cpu && venv/bin/python make_foreign.py

PyTorch, a gigabyte, is stood in for by what its files are: a zip that holds archive/data.pkl, and a pickle of protocol 2.
"""

import base64
import gzip
import io
import json
import os
import pathlib
import pickle
import tempfile
import zipfile

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
import keras
import numpy as np

folder = pathlib.Path(tempfile.mkdtemp())
model = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(1)])
model.compile(loss="mse")


def made(name, write):
    path = folder / name
    write(path)
    return path.read_bytes()


def zipped(**files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/").replace("_dot_", ".")), text)  # without the time
    return buffer.getvalue()


files = {
    "model.h5": made("model.h5", model.save),
    "model.keras": made("model.keras", model.save),
    "model.json": model.to_json().encode(),
    "arrays.npz": made("arrays.npz", lambda path: np.savez(path, a=np.zeros(3))),
    "array.npy": made("array.npy", lambda path: np.save(path, np.zeros(3))),
    "model.pt": zipped(archive__data_dot_pkl="x"),
    "old.pt": pickle.dumps({"a": 1}, protocol=2),
    "files.zip": zipped(readme_dot_txt="x"),
    "model.safetensors.gz": gzip.compress(b"x" * 100, mtime=0),
}

try:
    from onnx import TensorProto, helper

    value = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1])
    graph = helper.make_graph([helper.make_node("Identity", ["x"], ["y"])], "g", [value], [value])
    files["model.onnx"] = helper.make_model(graph, producer_name="pytorch").SerializeToString()
except ImportError:
    print("without onnx")

heads = {name: base64.b64encode(data[:512]).decode() for name, data in files.items()}
pathlib.Path(__file__).with_name("foreign.json").write_text(json.dumps(heads, indent=2) + "\n")
