"""The same networks in 64-bit NumPy, from the formulas alone: tells which part of a difference is only rounding.

Losses are those of Keras 3 on TensorFlow: cross-entropy after its own activation (sigmoid or softmax) is computed from
the logits, unclipped; after any other activation from the outputs, clipped to [1e-7, 1 - 1e-7].
"""

import numpy as np

EPSILON = 1e-7  # both Keras's backend epsilon, which clips losses, and Adam's


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def softmax_backward(d, a):
    return a * (d - (d * a).sum(axis=1, keepdims=True))


# name: (activation of z, gradient for z from the gradient for the output a)
ACTIVATIONS = {
    "linear": (lambda z: z, lambda d, a: d),
    "relu": (lambda z: np.maximum(z, 0), lambda d, a: d * (a > 0)),
    "sigmoid": (sigmoid, lambda d, a: d * a * (1 - a)),
    "tanh": (np.tanh, lambda d, a: d * (1 - a * a)),
    "softmax": (softmax, softmax_backward),
}


def clip(p):
    """Clipped outputs, and where the gradient passes."""
    return np.clip(p, EPSILON, 1 - EPSILON), (p >= EPSILON) & (p <= 1 - EPSILON)


def loss_and_gradient(loss, activation, z, a, y):
    """Loss of each row, and its gradient for z."""
    units = a.shape[1]
    if loss == "binaryCrossentropy" and activation == "sigmoid":
        rows = np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
        return rows.mean(axis=1), (a - y) / units
    if loss == "categoricalCrossentropy" and activation == "softmax":
        top = z.max(axis=1, keepdims=True)
        log_a = z - top - np.log(np.exp(z - top).sum(axis=1, keepdims=True))
        return -(y * log_a).sum(axis=1), a - y

    backward = ACTIVATIONS[activation][1]
    if loss == "meanSquaredError":
        return ((a - y) ** 2).mean(axis=1), backward(2 * (a - y) / units, a)
    if loss == "binaryCrossentropy":
        p, passes = clip(a)
        rows = -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean(axis=1)
        return rows, backward(((1 - y) / (1 - p) - y / p) / units * passes, a)
    total = a.sum(axis=1, keepdims=True)
    p, passes = clip(a / total)
    d = -y / p * passes
    return -(y * np.log(p)).sum(axis=1), backward((d - (d * a / total).sum(axis=1, keepdims=True)) / total, a)


def step_size(step):
    """Adam's learning rate of 0.001 with the bias corrections of step 1, 2, ..."""
    return 0.001 * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)


def keras_step_size(step):
    """The same as Keras rounds it, to 32 bits at every operation: at step 1 it is 6.5e-6 less."""
    lr, beta1, beta2, one = np.float32([0.001, 0.9, 0.999, 1])
    return float(lr * np.sqrt(one - beta2 ** np.float32(step)) / (one - beta1 ** np.float32(step)))


def train(activations, loss, weights, x, y, epochs, batch_size, step_size=keras_step_size):
    """Trains with Adam in the rows' order; gives the weights after and each epoch's mean loss."""
    weights = [w.astype(np.float64) for w in weights]
    x, y = x.astype(np.float64), y.astype(np.float64)
    m, v = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    step, losses = 0, []
    for _ in range(epochs):
        total = 0.0
        for first in range(0, len(x), batch_size):
            rows, targets = x[first : first + batch_size], y[first : first + batch_size]
            outputs = [rows]
            for kernel, bias, name in zip(weights[::2], weights[1::2], activations):
                z = outputs[-1] @ kernel + bias
                outputs.append(ACTIVATIONS[name][0](z))
            row_losses, d = loss_and_gradient(loss, activations[-1], z, outputs[-1], targets)
            total += row_losses.sum()

            d /= len(rows)
            gradients = []
            for layer in reversed(range(len(activations))):
                gradients[:0] = [outputs[layer].T @ d, d.sum(axis=0)]
                if layer > 0:
                    d = ACTIVATIONS[activations[layer - 1]][1](d @ weights[2 * layer].T, outputs[layer])

            step += 1
            alpha = step_size(step)
            for w, g, mw, vw in zip(weights, gradients, m, v):
                mw += (g - mw) * 0.1
                vw += (g * g - vw) * 0.001
                w -= alpha * mw / (np.sqrt(vw) + EPSILON)
        losses.append(total / len(x))
    return weights, losses
