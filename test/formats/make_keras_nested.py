"""Writes files/nested-*: models that have models in them, as Keras 3 and Keras 2 do, and keras-nested.json with what each
predicts.

    python -m venv venv && venv/bin/pip install -r requirements.txt && venv/bin/python make_keras_nested.py
"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
import tf_keras

folder = pathlib.Path(__file__).parent / "files"
random = np.random.default_rng(8)
noted = {}


def shaken(model):
    names = [getattr(w, "path", None) or w.name for w in model.weights]
    arrays = [random.normal(0.1, 0.5, w.shape).astype("float32") for w in model.get_weights()]
    model.set_weights([np.abs(a) + 0.1 if "variance" in n else a for n, a in zip(names, arrays)])
    return model


def sequential(k):
    L = k.layers
    inner = k.Sequential([L.Input((4,)), L.Dense(6, "tanh"), L.BatchNormalization(), L.Dense(5)])
    other = k.Sequential([L.Input((5,)), L.Dense(4, "relu"), k.Sequential([L.Input((4,)), L.BatchNormalization(), L.Dense(3)])])
    return k.Sequential([L.Input((4,)), inner, L.Dense(5, "relu"), other, L.Dense(2, "softmax")])


def functional(k):
    L = k.layers
    inside = L.Input((6,))
    inner = k.Model(inside, L.Dense(3)(L.BatchNormalization()(L.Dense(5, "relu")(inside))))
    outside = L.Input((4,))
    return k.Model(outside, L.Dense(2)(inner(L.Dense(6, "tanh")(outside))))


def first(k):
    """A model that begins with a model, and is told its input by that alone."""
    L = k.layers
    return k.Sequential([k.Sequential([L.Input((4,)), L.Dense(3, "relu")]), L.Dense(2)])


for kind, make in {"sequential": sequential, "functional": functional, "first": first}.items():
    for k, files in ((keras, ["3.keras", "3.h5"]), (tf_keras, ["2.h5"])):
        model = make(k)
        model.build((None, 4))
        shaken(model)
        for end in files:
            model.save(folder / f"nested-{kind}-{end}")
            x = random.normal(0, 1, (5, 4)).astype("float32")
            noted[f"nested-{kind}-{end}"] = {"x": x.tolist(), "y": np.asarray(model(x), "float64").tolist()}

(folder.parent / "keras-nested.json").write_text(json.dumps(noted) + "\n")
