"""Writes files/optimizer-*.keras and *.h5: trainings that Keras stopped after some steps, and keras-optimizers.json with
the weights that it had after five more.

    python -m venv venv && venv/bin/pip install -r requirements.txt && venv/bin/python make_keras_optimizers.py

If files/ours-optimizer-*.keras are there, which keras-optimizers.test.ts writes, Keras trains those on, and what it makes
of them is noted too.
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
random = np.random.default_rng(5)
x = random.normal(0, 1, (10, 8, 6)).astype("float32")
y = random.integers(0, 3, (10, 8))
O, S = keras.optimizers, keras.optimizers.schedules

optimizers = {
    "adam": lambda: O.Adam(0.01),
    "adam-average": lambda: O.Adam(0.01, amsgrad=True, use_ema=True, ema_momentum=0.9),
    "adamw-accumulated": lambda: O.AdamW(0.01, gradient_accumulation_steps=3),
    "sgd": lambda: O.SGD(S.ExponentialDecay(0.1, 3, 0.8), momentum=0.9, nesterov=True),
    "sgd-plain": lambda: O.SGD(0.1),
    "rmsprop": lambda: O.RMSprop(0.01, momentum=0.9, centered=True),
    "nadam": lambda: O.Nadam(0.01),
    "adamax": lambda: O.Adamax(0.01),
    "adagrad": lambda: O.Adagrad(0.1),
    "adadelta": lambda: O.Adadelta(1.0),
    "ftrl": lambda: O.Ftrl(0.1),
    "lion": lambda: O.Lion(0.01),
}


def model(k):
    k.utils.set_random_seed(2)
    L = k.layers
    layers = [L.Input((6,)), L.Dense(5, "tanh"), L.BatchNormalization(), L.Dense(3, "softmax")]
    return k.Sequential(layers)


def steps(model, first, end):
    for i in range(first, end):
        model.train_on_batch(x[i], y[i])
    return [np.asarray(w, "float64").ravel().tolist() for w in model.get_weights()]


def stopped(name, k, optimizer, file):
    m = model(k)
    m.compile(optimizer, "sparse_categorical_crossentropy")
    at = steps(m, 0, 5)
    m.save(folder / file)
    noted[file] = {"at": at, "after": steps(m, 5, 10)}


noted = {}
for name, make in optimizers.items():
    stopped(name, keras, make(), f"optimizer-{name}.keras")
stopped("adam", keras, O.Adam(0.01), "optimizer-adam-3.h5")
stopped("adam", tf_keras, tf_keras.optimizers.Adam(0.01), "optimizer-adam-2.h5")
stopped("adam", tf_keras, tf_keras.optimizers.legacy.Adam(0.01), "optimizer-adam-old.h5")
m = model(keras)
m.compile(O.Adafactor(0.01), "sparse_categorical_crossentropy")
steps(m, 0, 5)
m.save(folder / "optimizer-adafactor.keras")

for file in sorted(folder.glob("ours-optimizer-*.keras")):
    m = keras.saving.load_model(file)
    noted[file.name] = {"iterations": int(m.optimizer.iterations.numpy()), "after": steps(m, 5, 10)}

out = {"x": x.reshape(10, -1).tolist(), "y": y.tolist(), "files": noted}
(folder.parent / "keras-optimizers.json").write_text(json.dumps(out) + "\n")
