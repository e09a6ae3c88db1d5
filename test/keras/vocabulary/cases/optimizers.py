"""Each optimizer: defaults, each of its options, and what all of them take."""

from .. import spec
from ..spec import case, dense

NAMES = "sgd rmsprop adagrad adadelta adam adamw adamax nadam ftrl lion adafactor".split()
DEFAULTS = {name: getattr(spec, name) for name in NAMES}


def named(optimizer):
    default = DEFAULTS[optimizer["type"]]()
    told = ", ".join(f"{field} {value}" for field, value in optimizer.items() if value != default[field])
    return f"{optimizer['type']}{f' ({told})' if told else ''}"


def of(optimizer, **run):
    layers = [dense(5, "tanh"), dense(3, "softmax")]
    return case(named(optimizer), layers, "categoricalCrossentropy", "oneHot", optimizer, **run)


def each(name, *options, **always):
    return [of(DEFAULTS[name](**always | option)) for option in options]


COMMON = [
    {"clipnorm": 0.05},
    {"clipvalue": 0.02},
    {"globalClipnorm": 0.1},
    {"weightDecay": 0.1},
    {"weightDecay": 0.1, "excludeFromWeightDecay": "biases"},
    {"useEma": True},
    {"useEma": True, "emaMomentum": 0.6},
    {"useEma": True, "emaMomentum": 0.8, "emaOverwriteFrequency": 3},
    {"gradientAccumulationSteps": 3},
    {"gradientAccumulationSteps": 3, "clipnorm": 0.05, "weightDecay": 0.1},
    {"gradientAccumulationSteps": 2, "useEma": True, "emaMomentum": 0.8, "emaOverwriteFrequency": 2},
]

CASES = [
    *(of(make()) for make in DEFAULTS.values()),
    *each("sgd", {"momentum": 0.8}, {"momentum": 0.8, "nesterov": True}, {"nesterov": True}, learningRate=0.1),
    *each("rmsprop", {"rho": 0.7}, {"momentum": 0.6}, {"centered": True}, {"epsilon": 1e-3}),
    *each("rmsprop", {"rho": 0.8, "momentum": 0.5, "centered": True, "epsilon": 1e-4}, learningRate=0.005),
    *each("adagrad", {"learningRate": 0.1}, {"initialAccumulatorValue": 0.5}, {"epsilon": 0.1}, learningRate=0.05),
    *each("adadelta", {"learningRate": 1.0}, {"rho": 0.7}, {"epsilon": 1e-3}, learningRate=0.5),
    *each("adam", {"beta1": 0.6}, {"beta2": 0.9}, {"epsilon": 1e-3}, {"amsgrad": True}, learningRate=0.01),
    *each("adam", {"amsgrad": True, "beta1": 0.5, "beta2": 0.8}, learningRate=0.02),
    *each("adamw", {"weightDecay": 0.2}, {"amsgrad": True, "beta2": 0.9}, {"beta1": 0.6, "epsilon": 1e-4}),
    *each("adamw", {"weightDecay": 0.2, "excludeFromWeightDecay": "biases"}, learningRate=0.01),
    *each("adamax", {"beta1": 0.6}, {"beta2": 0.9}, {"epsilon": 1e-2}, learningRate=0.01),
    *each("nadam", {"beta1": 0.6}, {"beta2": 0.9}, {"epsilon": 1e-3}, learningRate=0.01),
    *each("ftrl", {"learningRatePower": -0.7}, {"initialAccumulatorValue": 0.5}, {"beta": 0.3}, learningRate=0.1),
    *each(
        "ftrl",
        {"l1RegularizationStrength": 0.01},
        {"l2RegularizationStrength": 0.1},
        {"l2ShrinkageRegularizationStrength": 0.05},
        learningRate=0.1,
    ),
    *each("lion", {"beta1": 0.6}, {"beta2": 0.8}, {"weightDecay": 0.3}, learningRate=0.003),
    *each("adafactor", {"beta2Decay": -0.5}, {"epsilon1": 1e-4}, {"epsilon2": 0.9}, {"clipThreshold": 0.4}),
    *each("adafactor", {"relativeStep": False}, {"clipThreshold": 3}, learningRate=0.6),
    *each("sgd", *COMMON, learningRate=0.1),
    *each("adam", *COMMON, learningRate=0.01),
    *each("nadam", {"gradientAccumulationSteps": 3}, {"globalClipnorm": 0.1}, learningRate=0.01),
    *each("rmsprop", {"gradientAccumulationSteps": 3}, {"clipvalue": 0.02}, learningRate=0.01),
    *each("adafactor", {"gradientAccumulationSteps": 3}, {"weightDecay": 0.1}, learningRate=0.01),
    *each("ftrl", {"weightDecay": 0.1, "clipnorm": 0.05}, learningRate=0.1),
]
