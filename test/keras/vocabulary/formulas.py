"""Layers, activations, losses, regularizers and constraints by their formulas, on rows of 64-bit numbers."""

from math import erf, pi

import numpy as np

EPSILON = 1e-7


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def softplus(z):
    return np.logaddexp(z, 0)


def elu(z, alpha=1):
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))


def gelu(z, approximate):
    if approximate:
        return 0.5 * z * (1 + np.tanh(np.sqrt(2 / pi) * (z + 0.044715 * z**3)))
    return 0.5 * z * (1 + np.vectorize(erf)(z / np.sqrt(2)))


# Of the description and the sums.
ACTIVATIONS = {
    "linear": lambda _, z: z,
    "sigmoid": lambda _, z: sigmoid(z),
    "hardSigmoid": lambda _, z: np.clip(z / 6 + 0.5, 0, 1),
    "tanh": lambda _, z: np.tanh(z),
    "relu": lambda _, z: np.maximum(z, 0),
    "relu6": lambda _, z: np.clip(z, 0, 6),
    "leakyRelu": lambda a, z: np.where(z > 0, z, a["negativeSlope"] * z),
    "elu": lambda a, z: elu(z, a["alpha"]),
    # Klambauer et al., 2017.
    "selu": lambda _, z: 1.05070098735548 * elu(z, 1.67326324235438),
    "gelu": lambda a, z: gelu(z, a["approximate"]),
    "silu": lambda _, z: z * sigmoid(z),
    "mish": lambda _, z: z * np.tanh(softplus(z)),
    "softplus": lambda _, z: softplus(z),
    "softsign": lambda _, z: z / (1 + np.abs(z)),
    "exponential": lambda _, z: np.exp(z),
    "softmax": lambda _, z: softmax(z),
    "logSoftmax": lambda _, z: np.log(softmax(z)),
}


def activate(description, z):
    return ACTIVATIONS[description["type"]](description, z)


def normalized(layer, own, x, mean, variance):
    result = (x - mean) / np.sqrt(variance + layer["epsilon"])
    return result * own.get("gamma", 1) + own.get("beta", 0)


def batch_normalization(layer, own, x, training):
    moments = (x.mean(axis=0), x.var(axis=0)) if training else (own["movingMean"], own["movingVariance"])
    return normalized(layer, own, x, *moments)


def layer_normalization(layer, own, x, _):
    return normalized(layer, own, x, x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True))


# Of the description, the layer's own variables, the rows, and whether it is training.
LAYERS = {
    "dense": lambda layer, own, x, _: activate(layer["activation"], x @ own["kernel"] + own.get("bias", 0)),
    "activation": lambda layer, _, x, __: activate(layer["activation"], x),
    "batchNormalization": batch_normalization,
    "layerNormalization": layer_normalization,
    "rescaling": lambda layer, _, x, __: x * layer["scale"] + layer["offset"],
    "normalization": lambda _, own, x, __: (x - own["mean"]) / np.maximum(np.sqrt(own["variance"]), EPSILON),
    "flatten": lambda _, __, x, ___: x,
    "reshape": lambda _, __, x, ___: x,
    "leakyReLU": lambda layer, _, x, __: np.where(x > 0, x, layer["negativeSlope"] * x),
    "prelu": lambda _, own, x, __: np.where(x > 0, x, own["alpha"] * x),
    "elu": lambda layer, _, x, __: elu(x, layer["alpha"]),
    "softmax": lambda _, __, x, ___: softmax(x),
}

OWN_ACTIVATIONS = {
    "categoricalCrossentropy": "softmax",
    "sparseCategoricalCrossentropy": "softmax",
    "binaryCrossentropy": "sigmoid",
    "binaryFocalCrossentropy": "sigmoid",
}


def from_sums(layers, loss):
    """The same layers and loss; a cross-entropy after its own activation is computed from what that is computed from.

    So does Keras on TensorFlow, which then clips no probability.
    """
    *before, last = layers
    own = OWN_ACTIVATIONS.get(loss["type"])
    if own == last["type"] == "softmax":
        return before, loss | {"fromLogits": True}
    if own and own == last.get("activation", {}).get("type"):
        return [*before, last | {"activation": {"type": "linear"}}], loss | {"fromLogits": True}
    return layers, loss


def clip(p):
    return np.clip(p, EPSILON, 1 - EPSILON)


def log_softmax(z):
    return (
        z - z.max(axis=1, keepdims=True) - np.log(np.exp(z - z.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True))
    )


def shares(p):
    return p / p.sum(axis=1, keepdims=True)


def smoothed(loss, y, units):
    return y * (1 - loss["labelSmoothing"]) + loss["labelSmoothing"] / units


def categorical_crossentropy(loss, y, p):
    logs = log_softmax(p) if loss["fromLogits"] else np.log(clip(shares(p)))
    return -(smoothed(loss, y, y.shape[1]) * logs).sum(axis=1)


def sparse_categorical_crossentropy(loss, y, p):
    """Outputs are clipped before they are divided by their sum, and for one-hot targets after."""
    logs = log_softmax(p) if loss["fromLogits"] else np.log(shares(clip(p)))
    return -(y * logs).sum(axis=1)


def categorical_focal(loss, y, p):
    y, p = smoothed(loss, y, y.shape[1]), clip(softmax(p) if loss["fromLogits"] else shares(p))
    return (loss["alpha"] * (1 - p) ** loss["gamma"] * -y * np.log(p)).sum(axis=1)


def binary(loss, y, p):
    """The cross-entropy of each number; targets are smoothed."""
    if loss["fromLogits"]:
        return y * softplus(-p) + (1 - y) * softplus(p)
    return -(y * np.log(clip(p)) + (1 - y) * np.log(1 - clip(p)))


def binary_focal(loss, y, p):
    y = smoothed(loss, y, 2)
    entropies = binary(loss, y, p)
    p = sigmoid(p) if loss["fromLogits"] else p
    entropies = entropies * (y * (1 - p) + (1 - y) * p) ** loss["gamma"]
    if loss["applyClassBalancing"]:
        entropies = entropies * (y * loss["alpha"] + (1 - y) * (1 - loss["alpha"]))
    return entropies.mean(axis=1)


def huber(loss, y, p):
    error, delta = np.abs(p - y), loss["delta"]
    return np.where(error <= delta, error**2 / 2, delta * error - delta**2 / 2).mean(axis=1)


def unit(x, axis=1):
    return x / np.maximum(np.sqrt((x**2).sum(axis=axis, keepdims=True)), EPSILON)


def kl_divergence(_, y, p):
    y, p = np.clip(y, EPSILON, 1), np.clip(p, EPSILON, 1)
    return (y * np.log(y / p)).sum(axis=1)


def log1(x):
    return np.log1p(np.maximum(x, EPSILON))


# Of the description, targets and outputs; one number a row.
LOSSES = {
    "binaryCrossentropy": lambda loss, y, p: binary(loss, smoothed(loss, y, 2), p).mean(axis=1),
    "categoricalCrossentropy": categorical_crossentropy,
    "sparseCategoricalCrossentropy": sparse_categorical_crossentropy,
    "binaryFocalCrossentropy": binary_focal,
    "categoricalFocalCrossentropy": categorical_focal,
    "meanSquaredError": lambda _, y, p: ((p - y) ** 2).mean(axis=1),
    "meanAbsoluteError": lambda _, y, p: np.abs(p - y).mean(axis=1),
    "meanAbsolutePercentageError": lambda _, y, p: 100 * np.abs((p - y) / np.maximum(np.abs(y), 1e-7)).mean(axis=1),
    "meanSquaredLogarithmicError": lambda _, y, p: ((log1(p) - log1(y)) ** 2).mean(axis=1),
    "huber": huber,
    "logCosh": lambda _, y, p: np.log(np.cosh(p - y)).mean(axis=1),
    "hinge": lambda _, y, p: np.maximum(1 - y * p, 0).mean(axis=1),
    "squaredHinge": lambda _, y, p: (np.maximum(1 - y * p, 0) ** 2).mean(axis=1),
    "categoricalHinge": lambda _, y, p: np.maximum(((1 - y) * p).max(axis=1) - (y * p).sum(axis=1) + 1, 0),
    "klDivergence": kl_divergence,
    "poisson": lambda _, y, p: (p - y * np.log(p + 1e-7)).mean(axis=1),
    "cosineSimilarity": lambda _, y, p: -(unit(y) * unit(p)).sum(axis=1),
}


def penalty(regularizer, w):
    if regularizer["type"] == "orthogonal":
        u = unit(w, 1) if regularizer["mode"] == "rows" else unit(w, 0).T
        off_diagonal = np.abs(u @ u.T) * (1 - np.eye(len(u)))
        return regularizer["factor"] * off_diagonal.sum() / (len(u) * (len(u) - 1))
    return regularizer.get("l1", 0) * np.abs(w).sum() + regularizer.get("l2", 0) * (w**2).sum()


def constrained(constraint, w):
    """Norms are of columns; of a vector, the whole."""
    if constraint["type"] == "nonNeg":
        return np.maximum(w, 0)
    norm = np.sqrt((w**2).sum(axis=0, keepdims=True))
    if constraint["type"] == "unitNorm":
        return w / (EPSILON + norm)
    low, high, rate = constraint.get("minValue", 0), constraint["maxValue"], constraint.get("rate", 1)
    return w * (rate * np.clip(norm, low, high) + (1 - rate) * norm) / (EPSILON + norm)
