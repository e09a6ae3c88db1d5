"""Writes summaries.json: what Keras 3's `model.summary()` prints, for summary.test.ts to compare.

    python -m venv /tmp/venv && /tmp/venv/bin/pip install -r test/keras/requirements.txt
    /tmp/venv/bin/python test/model/make_summaries.py
"""

import json
import os
import re
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"
os.environ["COLUMNS"] = "200"  # rich never prints wider than the terminal

import keras


def dense(name, units, activation):
    return ("dense", {"name": name, "units": units, "activation": activation})


# Layers and optimizers have the names of inkgrad's functions and Keras's options.
MODELS = [
    {
        "name": "multiclass_nn_model",
        "inputShape": [784],
        "layers": [dense("dense", 128, "relu"), dense("dense_1", 64, "relu"), dense("dense_2", 10, "softmax")],
    },
    {
        "name": "binary_nn_model",
        "inputShape": [400],
        "layers": [dense("layer1", 25, "sigmoid"), dense("layer2", 15, "sigmoid"), dense("layer3", 1, "sigmoid")],
    },
    {"name": "tiny", "inputShape": [1], "layers": [dense("only", 1, "linear")]},
    {
        "name": "large_with_long_names",
        "inputShape": [3072],
        "layers": [
            dense("a_layer_whose_name_is_far_too_long_for_its_column_and_then_some", 4096, "relu"),
            dense("two words and more words that go over the end", 1000, "softmax"),
        ],
    },
    {
        "name": "every_layer",
        "inputShape": [28, 28],
        "layers": [
            ("rescaling", {"scale": 0.5}),
            ("flatten", {}),
            ("gaussian_noise", {"stddev": 0.1}),
            ("dense", {"units": 12, "use_bias": False}),
            ("batch_normalization", {}),
            ("activation", {"activation": "relu"}),
            ("reshape", {"target_shape": [3, 4]}),
            ("dropout", {"rate": 0.2}),
            ("flatten", {}),
            ("dense", {"units": 8}),
            ("layer_normalization", {"center": False}),
            ("leaky_re_lu", {}),
            ("gaussian_dropout", {"rate": 0.2}),
            ("dense", {"units": 8}),
            ("batch_normalization", {"scale": False}),
            ("p_re_lu", {}),
            ("dense", {"units": 4}),
            ("elu", {}),
            ("dense", {"units": 4}),
            ("softmax", {}),
        ],
    },
]

# Keras counts an optimizer's numbers once it is built.
OPTIMIZERS = [
    ("sgd", {}),
    ("sgd", {"momentum": 0.9}),
    ("rmsprop", {}),
    ("rmsprop", {"momentum": 0.9, "centered": True}),
    ("adagrad", {}),
    ("adadelta", {}),
    ("adam", {}),
    ("adam", {"amsgrad": True, "use_ema": True}),
    ("adamw", {"gradient_accumulation_steps": 2}),
    ("adamax", {}),
    ("nadam", {}),
    ("ftrl", {}),
    ("lion", {}),
    ("adafactor", {}),
]

LAYERS = {
    re.sub("([a-z])([A-Z])", r"\1_\2", re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)).lower(): layer
    for name, layer in vars(keras.layers).items()
    if isinstance(layer, type)
}
RULES = {name.lower(): rule for name, rule in vars(keras.optimizers).items() if isinstance(rule, type)}


def summary(model, line_length):
    texts = []
    model.summary(line_length=line_length, print_fn=texts.append)
    return "".join(texts)


def build(spec):
    keras.backend.clear_session()
    return keras.Sequential(
        [keras.Input(spec["inputShape"])] + [LAYERS[kind](**options) for kind, options in spec["layers"]],
        name=spec["name"],
    )


cases = []
for spec in MODELS:
    model = build(spec)
    for line_length in (88, 76, 61, 40) if spec is not MODELS[-1] else (76,):
        cases.append({**spec, "lineLength": line_length, "text": summary(model, line_length)})

compiled = []
for kind, options in OPTIMIZERS:
    model = build(MODELS[-1])
    model.compile(optimizer=RULES[kind](**options), loss="mse")
    model.optimizer.build(model.trainable_variables)
    totals = summary(model, 76).splitlines()[-4:]
    compiled.append({"optimizer": kind, "options": options, "totals": totals})

path = Path(__file__).parent / "summaries.json"
content = {"keras": keras.__version__, "cases": cases, "compiled": compiled}
path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n")
