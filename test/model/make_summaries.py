"""Writes summaries.json: what Keras 3's `model.summary()` prints, for summary.test.ts to compare.

    python -m venv /tmp/venv && /tmp/venv/bin/pip install -r test/keras/requirements.txt
    /tmp/venv/bin/python test/model/make_summaries.py
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"
os.environ["COLUMNS"] = "200"  # rich never prints wider than the terminal

import keras

MODELS = [
    {
        "name": "multiclass_nn_model",
        "inputs": 784,
        "layers": [("dense", 128, "relu"), ("dense_1", 64, "relu"), ("dense_2", 10, "softmax")],
    },
    {
        "name": "binary_nn_model",
        "inputs": 400,
        "layers": [("layer1", 25, "sigmoid"), ("layer2", 15, "sigmoid"), ("layer3", 1, "sigmoid")],
    },
    {"name": "tiny", "inputs": 1, "layers": [("only", 1, "linear")]},
    {
        "name": "large_with_long_names",
        "inputs": 3072,
        "layers": [
            ("a_layer_whose_name_is_far_too_long_for_its_column_and_then_some", 4096, "relu"),
            ("two words and more words that go over the end", 1000, "softmax"),
        ],
    },
]


def summary(model, line_length):
    texts = []
    model.summary(line_length=line_length, print_fn=texts.append)
    return "".join(texts)


cases = []
for spec in MODELS:
    model = keras.Sequential(
        [keras.Input((spec["inputs"],))]
        + [keras.layers.Dense(units, activation=activation, name=name) for name, units, activation in spec["layers"]],
        name=spec["name"],
    )
    for line_length in (None, 88, 76, 61, 40):
        cases.append({**spec, "lineLength": line_length, "text": summary(model, line_length)})

path = Path(__file__).parent / "summaries.json"
path.write_text(json.dumps({"keras": keras.__version__, "cases": cases}, indent=1, ensure_ascii=False) + "\n")
