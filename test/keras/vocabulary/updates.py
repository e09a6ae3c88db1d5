"""Optimizers by their formulas: schedules, what stands around a rule, and the rules, in 64 bits. `t` counts from 1."""

from math import ceil, cos, floor, log, pi

import numpy as np


def decayed_rate(schedule, step):
    """The learning rate after `step` steps."""
    s = schedule
    match s["type"]:
        case "exponentialDecay":
            p = step / s["decaySteps"]
            return s["initialLearningRate"] * s["decayRate"] ** (floor(p) if s["staircase"] else p)
        case "inverseTimeDecay":
            p = step / s["decaySteps"]
            return s["initialLearningRate"] / (1 + s["decayRate"] * (floor(p) if s["staircase"] else p))
        case "piecewiseConstantDecay":
            return s["values"][sum(step > boundary for boundary in s["boundaries"])]
        case "polynomialDecay":
            span, end = s["decaySteps"], s["endLearningRate"]
            span *= max(1, ceil(step / span)) if s["cycle"] else 1
            return (s["initialLearningRate"] - end) * (1 - min(step, span) / span) ** s["power"] + end
        case "cosineDecay":
            start, top = s["initialLearningRate"], s["warmupTarget"]
            if top is not None and step < s["warmupSteps"]:
                return start + (top - start) * step / s["warmupSteps"]
            start, step = (start, step) if top is None else (top, step - s["warmupSteps"])
            return start * cosine(min(step / s["decaySteps"], 1), s["alpha"])
        case "cosineDecayRestarts":
            fraction, times = step / s["firstDecaySteps"], s["tMul"]
            if times == 1:
                restarts, fraction = floor(fraction), fraction % 1
            else:
                restarts = floor(log(1 - fraction * (1 - times)) / log(times) + 1e-9)
                fraction = (fraction - (1 - times**restarts) / (1 - times)) / times**restarts
            return s["initialLearningRate"] * cosine(fraction, s["alpha"], s["mMul"] ** restarts)


def cosine(fraction, alpha, height=1):
    return (1 - alpha) * 0.5 * height * (1 + cos(pi * fraction)) + alpha


class Optimizer:
    def __init__(self, description):
        self.o = description
        self.batches = 0
        self.sums = self.averages = self.states = None

    def apply(self, weights, gradients, names):
        """One batch: in-place changes of `weights`."""
        o, k = self.o, self.o["gradientAccumulationSteps"] or 1
        self.states = self.states or [{} for _ in weights]
        self.sums = [g + s for g, s in zip(gradients, self.sums or [0] * len(weights))]
        t = self.batches // k + 1
        if (self.batches + 1) % k == 0:
            self.update(weights, [s / k for s in self.sums], names, t)
            self.sums = None
        if o["useEma"]:
            # Of every batch, of an update or not.
            m = o["emaMomentum"] if t > 1 else 0
            self.averages = [m * a + (1 - m) * w for a, w in zip(self.averages or [0] * len(weights), weights)]
            if o["emaOverwriteFrequency"] and t % o["emaOverwriteFrequency"] == 0:
                self.finish(weights)
        self.batches += 1

    def update(self, weights, gradients, names, t):
        o = self.o
        # A schedule counts batches.
        lr = decayed_rate(o["learningRate"], self.batches) if isinstance(o["learningRate"], dict) else o["learningRate"]
        gradients = clipped(o, gradients)
        for w, name in zip(weights, names):
            if o["weightDecay"] and not (name == "bias" and o["excludeFromWeightDecay"] == "biases"):
                w -= w * o["weightDecay"] * lr
        for w, g, state in zip(weights, gradients, self.states):
            RULES[o["type"]](o, state, w, g, lr, t)

    def finish(self, weights):
        for w, average in zip(weights, self.averages or []):
            w[:] = average


def clipped(o, gradients):
    if o["clipnorm"]:
        return [g * o["clipnorm"] / max(np.linalg.norm(g), o["clipnorm"]) for g in gradients]
    if o["globalClipnorm"]:
        norm = np.sqrt(sum((g**2).sum() for g in gradients))
        return [g * min(1, o["globalClipnorm"] / norm) for g in gradients]
    return [np.clip(g, -o["clipvalue"], o["clipvalue"]) for g in gradients] if o["clipvalue"] else gradients


def mean_of(state, name, beta, value, start=0.0):
    """An exponential mean, kept under `name`."""
    state[name] = beta * state.get(name, start) + (1 - beta) * value
    return state[name]


def sgd(o, state, w, g, lr, t):
    mu = o["momentum"]
    m = state["m"] = mu * state.get("m", 0.0) - lr * g
    w += mu * m - lr * g if o["nesterov"] else m


def rmsprop(o, state, w, g, lr, t):
    v = mean_of(state, "v", o["rho"], g**2)
    if o["centered"]:
        v = v - mean_of(state, "mean", o["rho"], g) ** 2
    m = state["m"] = o["momentum"] * state.get("m", 0.0) + lr * g / np.sqrt(v + o["epsilon"])
    w -= m


def adagrad(o, state, w, g, lr, t):
    total = state["sum"] = state.get("sum", o["initialAccumulatorValue"]) + g**2
    w -= lr * g / np.sqrt(total + o["epsilon"])


def adadelta(o, state, w, g, lr, t):
    v = mean_of(state, "v", o["rho"], g**2)
    step = -np.sqrt(state.get("d", 0.0) + o["epsilon"]) / np.sqrt(v + o["epsilon"]) * g
    mean_of(state, "d", o["rho"], step**2)
    w += lr * step


def adam(o, state, w, g, lr, t):
    m, v = mean_of(state, "m", o["beta1"], g), mean_of(state, "v", o["beta2"], g**2)
    if o["amsgrad"]:
        v = state["top"] = np.maximum(state.get("top", 0.0), v)
    w -= lr * np.sqrt(1 - o["beta2"] ** t) / (1 - o["beta1"] ** t) * m / (np.sqrt(v) + o["epsilon"])


def adamax(o, state, w, g, lr, t):
    m = mean_of(state, "m", o["beta1"], g)
    u = state["u"] = np.maximum(o["beta2"] * state.get("u", 0.0), np.abs(g))
    w -= lr * m / ((1 - o["beta1"] ** t) * (u + o["epsilon"]))


def nadam(o, state, w, g, lr, t):
    now, following = (o["beta1"] * (1 - 0.5 * 0.96**n) for n in (t, t + 1))
    product = state["product"] = state.get("product", 1.0) * now
    m, v = mean_of(state, "m", o["beta1"], g), mean_of(state, "v", o["beta2"], g**2)
    m = following * m / (1 - product * following) + (1 - now) * g / (1 - product)
    w -= lr * m / (np.sqrt(v / (1 - o["beta2"] ** t)) + o["epsilon"])


def ftrl(o, state, w, g, lr, t):
    power, l1 = -o["learningRatePower"], o["l1RegularizationStrength"]
    before = state.get("sum", o["initialAccumulatorValue"])
    after = state["sum"] = before + g**2
    shrunk = g + 2 * o["l2ShrinkageRegularizationStrength"] * w
    linear = state["linear"] = state.get("linear", 0.0) + shrunk - (after**power - before**power) / lr * w
    quadratic = after**power / lr + 2 * (o["l2RegularizationStrength"] + o["beta"] / (2 * lr))
    w[:] = (np.clip(linear, -l1, l1) - linear) / quadratic


def lion(o, state, w, g, lr, t):
    m = state.get("m", 0.0)
    w -= lr * np.sign(o["beta1"] * m + (1 - o["beta1"]) * g)
    mean_of(state, "m", o["beta2"], g)


def adafactor(o, state, w, g, lr, t):
    # Whatever relativeStep says.
    rate = max(o["epsilon2"], np.sqrt((w**2).mean())) * min(lr, 1 / np.sqrt(t))
    square, beta = g**2 + o["epsilon1"], 1 - t ** o["beta2Decay"]
    if w.ndim > 1:
        r = mean_of(state, "r", beta, square.mean(axis=1))
        v = np.outer(r / r.mean(), mean_of(state, "c", beta, square.mean(axis=0)))
    else:
        v = mean_of(state, "v", beta, square)
    u = g / np.sqrt(v)
    w -= rate * u / max(1, np.sqrt((u**2).mean()) / o["clipThreshold"])


RULES = {
    rule.__name__: rule for rule in (sgd, rmsprop, adagrad, adadelta, adam, adamax, nadam, ftrl, lion, adafactor)
} | {"adamw": adam}
