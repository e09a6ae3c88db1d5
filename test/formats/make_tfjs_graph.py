"""Writes files/tfjs-graph-*, graph models of TensorFlow.js, and tfjs-graph.json with what each predicts.

    python -m venv venv && venv/bin/pip install -r requirements.txt && venv/bin/pip install --no-deps tensorflowjs==4.22.0
    venv/bin/python make_tfjs_graph.py

The converter imports packages for models of other kinds, some of which cannot be had any more beside this TensorFlow;
where they are missing empty ones stand for them.
"""

import importlib.util
import json
import os
import pathlib
import shutil
import sys
import tempfile
import types

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["TF_USE_LEGACY_KERAS"] = "1"
for name in ["jax", "jax.experimental", "jax.experimental.jax2tf", "tensorflow_hub", "tensorflow_decision_forests"]:
    if name.split(".")[0] in sys.modules or importlib.util.find_spec(name.split(".")[0]) is None:
        sys.modules[name] = types.ModuleType(name)
        if "." in name:
            setattr(sys.modules[name.rsplit(".", 1)[0]], name.rsplit(".", 1)[1], sys.modules[name])
            sys.modules[name].convert = None
import numpy as np
import tensorflow as tf
import tf_keras as keras
from tensorflowjs.converters import tf_saved_model_conversion_v2 as converter

folder = pathlib.Path(__file__).parent / "files"
random = np.random.default_rng(4)
L = keras.layers
noted = {}

models = {
    "plain": [L.Input((2, 3)), L.Flatten(), L.Dense(5, "relu"), L.BatchNormalization(), L.Dense(4, "tanh"), L.Dropout(0.5), L.Dense(3, "softmax")],
    "activations": [L.Input((6,)), L.Rescaling(0.5, 0.25), L.Dense(5, "relu6"), L.Dense(5, "elu"), L.Dense(5), L.LeakyReLU(0.3), L.Dense(4, "selu"), L.Dense(4, "softplus"), L.Dense(3, "swish"), L.Dense(1, "sigmoid")],
    # Keras 2 makes it of a batch normalization in training, which is no chain.
    "normalized": [L.Input((6,)), L.Dense(5, "swish"), L.LayerNormalization(), L.Dense(3)],
}

for name, layers in models.items():
    model = keras.Sequential(layers)
    for weight in model.weights:
        value = random.normal(0.1, 0.5, weight.shape).astype("float32")
        weight.assign(np.abs(value) + 0.1 if "variance" in weight.name else value)
    shape = model.input_shape
    call = tf.function(lambda x, model=model: model(x, training=False))
    with tempfile.TemporaryDirectory() as saved:
        signature = call.get_concrete_function(tf.TensorSpec(shape, tf.float32, name="x"))
        tf.saved_model.save(model, saved, signatures=signature)
        shutil.rmtree(folder / f"tfjs-graph-{name}", ignore_errors=True)
        converter.convert_tf_saved_model(saved, str(folder / f"tfjs-graph-{name}"))
    x = random.normal(0, 1, (6, *shape[1:])).astype("float32")
    noted[name] = {"x": x.reshape(6, -1).tolist(), "shape": list(x.shape), "y": np.asarray(model(x), "float64").tolist()}

(folder.parent / "tfjs-graph.json").write_text(json.dumps(noted) + "\n")
