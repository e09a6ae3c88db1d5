"""Writes weights as NumPy and scikit-learn keep them, and numpy.json: inputs, and what was predicted of them there; of
files that inkgrad wrote (ours.npz, ours.safetensors) too, by NumPy and by the Python package safetensors.

    python -m venv venv && venv/bin/pip install numpy scikit-learn safetensors
    venv/bin/python test/formats/make_numpy.py
"""

import json
import warnings
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from sklearn.datasets import make_blobs
from sklearn.neural_network import MLPClassifier, MLPRegressor

warnings.filterwarnings("ignore")
folder = Path(__file__).parent / "files"
random = np.random.default_rng(1)
x, y = make_blobs(80, 6, centers=3, cluster_std=2.5, random_state=1)
x = np.round(x / 10, 3).astype(np.float32)
expected = {"x": x[:7].tolist(), "outputs": {}}


def plain(model):
    return {
        "activation": model.activation,
        "out_activation_": model.out_activation_,
        "coefs_": [weights.tolist() for weights in model.coefs_],
        "intercepts_": [weights.tolist() for weights in model.intercepts_],
    }


def numbered(model):
    coefs = {f"coefs_{i}": weights for i, weights in enumerate(model.coefs_)}
    return coefs | {f"intercepts_{i}": weights for i, weights in enumerate(model.intercepts_)}


def keep(name, model, outputs):
    expected["outputs"][name] = outputs.tolist()
    (folder / f"sklearn-{name}.json").write_text(json.dumps(plain(model)))
    np.savez(folder / f"sklearn-{name}.npz", **numbered(model))


classifier = MLPClassifier(hidden_layer_sizes=(5, 4), max_iter=60, random_state=1).fit(x, y)
keep("classifier", classifier, classifier.predict_proba(x[:7]))
binary = MLPClassifier(hidden_layer_sizes=(5,), activation="tanh", max_iter=60, random_state=1).fit(x, y == 1)
keep("binary", binary, binary.predict_proba(x[:7])[:, 1:])
regressor = MLPRegressor(hidden_layer_sizes=(5,), activation="logistic", max_iter=60, random_state=1).fit(x, y)
keep("regressor", regressor, regressor.predict(x[:7])[:, None])
np.savez(folder / "sklearn-unnamed.npz", *classifier.coefs_, *classifier.intercepts_)
del (bare := plain(classifier))["out_activation_"]
(folder / "sklearn-bare.json").write_text(json.dumps(bare))

# As model.get_weights() of Keras gives them: kernels and biases in turn.
shapes = [(6, 5), (5,), (5, 3), (3,)]
kernel, bias, kernel2, bias2 = arrays = [random.normal(0, 0.5, shape).astype(np.float32) for shape in shapes]


def relu(v):
    return np.maximum(v, 0)


expected["outputs"]["in-turn"] = (relu(x[:7] @ kernel + bias) @ kernel2 + bias2).tolist()
np.savez(folder / "numpy-in-turn.npz", *arrays)
np.savez_compressed(folder / "numpy-compressed.npz", *(array.astype(">f8") for array in arrays))
names = ["hidden/kernel", "hidden/bias", "a/kernel", "a/bias"]
np.savez(folder / "numpy-named.npz", **dict(zip(names, arrays)))
torch_names = ["0.weight", "0.bias", "2.weight", "2.bias"]
np.savez(folder / "numpy-torch.npz", **dict(zip(torch_names, (array.T for array in arrays))))

gamma, beta, mean, variance = norm = [random.uniform(0.5, 1.5, 5).astype(np.float32) for _ in range(4)]
normal = (x[:7] @ kernel + bias - mean) / np.sqrt(variance + np.float32(1e-3)) * gamma + beta
expected["outputs"]["batch-norm"] = (relu(normal) @ kernel2 + bias2).tolist()
np.savez(folder / "numpy-batch-norm.npz", kernel, bias, *norm, kernel2, bias2)

np.savez(folder / "numpy-objects.npz", coefs_=np.array([kernel, kernel2], dtype=object))

def softmax(v):
    powers = np.exp(v - v.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def predict(arrays):
    assert list(arrays) == ["hidden/kernel", "hidden/bias", "dense/kernel", "dense/bias"], list(arrays)
    assert all(array.dtype == np.float32 for array in arrays.values())
    first, bias, last, bias2 = arrays.values()
    return softmax(np.tanh(x[:7] @ first + bias) @ last + bias2).tolist()


with np.load(folder / "ours.npz") as archive:
    expected["outputs"]["ours.npz"] = predict(dict(archive))
ours = load_file(folder / "ours.safetensors")
names = ["hidden/kernel", "hidden/bias", "dense/kernel", "dense/bias"]
assert sorted(ours) == sorted(names), list(ours)
expected["outputs"]["ours.safetensors"] = predict({name: ours[name] for name in names})
(folder / "numpy.json").write_text(json.dumps(expected) + "\n")
