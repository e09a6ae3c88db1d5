"""Descriptions of networks and training as the package writes them: plain JSON, every field present.

Each name below makes one kind; fields that are not given have Keras's defaults.
"""


def kind(name, **defaults):
    """A function that makes `{type: name, ...}`; fields without a default (None does not count) must be given."""

    def make(*positional, **fields):
        given = dict(zip(defaults, positional)) | fields
        unknown, missing = given.keys() - defaults.keys(), {f for f, d in defaults.items() if d is ...} - given.keys()
        assert not unknown and not missing, f"{name}: unknown {unknown}, missing {missing}"
        return {"type": name} | defaults | given

    return make


def resolve(fields, **rooms):
    """The fields with names such as 'relu' replaced by what the room makes of them."""
    return fields | {f: room[fields[f]]() for f, room in rooms.items() if isinstance(fields.get(f), str)}


leaky_relu = kind("leakyRelu", negativeSlope=0.2)
elu = kind("elu", alpha=1)
gelu = kind("gelu", approximate=False)
PLAIN_ACTIVATIONS = (
    "linear sigmoid hardSigmoid tanh relu relu6 selu silu mish softplus softsign exponential softmax logSoftmax"
)
ACTIVATIONS = {name: kind(name) for name in PLAIN_ACTIVATIONS.split()}
ACTIVATIONS |= {"leakyRelu": leaky_relu, "elu": elu, "gelu": gelu}

INITIALIZERS = {"zeros": kind("zeros"), "ones": kind("ones"), "glorotUniform": kind("glorotUniform", seed=None)}
constant = kind("constant", value=0)

l1 = kind("l1", l1=0.01)
l2 = kind("l2", l2=0.01)
l1l2 = kind("l1l2", l1=0, l2=0)
orthogonal = kind("orthogonal", factor=0.01, mode="rows")

max_norm = kind("maxNorm", maxValue=2)
min_max_norm = kind("minMaxNorm", minValue=0, maxValue=1, rate=1)
non_neg = kind("nonNeg")
unit_norm = kind("unitNorm")

exponential_decay = kind("exponentialDecay", initialLearningRate=..., decaySteps=..., decayRate=..., staircase=False)
inverse_time_decay = kind("inverseTimeDecay", initialLearningRate=..., decaySteps=..., decayRate=..., staircase=False)
piecewise_constant_decay = kind("piecewiseConstantDecay", boundaries=..., values=...)
polynomial_decay = kind(
    "polynomialDecay", initialLearningRate=..., decaySteps=..., endLearningRate=1e-4, power=1, cycle=False
)
cosine_decay = kind("cosineDecay", initialLearningRate=..., decaySteps=..., alpha=0, warmupTarget=None, warmupSteps=0)
cosine_decay_restarts = kind(
    "cosineDecayRestarts", initialLearningRate=..., firstDecaySteps=..., tMul=2, mMul=1, alpha=0
)

_COMMON = {
    "clipnorm": None,
    "clipvalue": None,
    "globalClipnorm": None,
    "weightDecay": None,
    "excludeFromWeightDecay": "none",
    "useEma": False,
    "emaMomentum": 0.99,
    "emaOverwriteFrequency": None,
    "gradientAccumulationSteps": None,
}


def _optimizer(name, learning_rate=0.001, **fields):
    return kind(name, learningRate=learning_rate, **_COMMON | fields)


sgd = _optimizer("sgd", 0.01, momentum=0, nesterov=False)
rmsprop = _optimizer("rmsprop", rho=0.9, momentum=0, epsilon=1e-7, centered=False)
adagrad = _optimizer("adagrad", initialAccumulatorValue=0.1, epsilon=1e-7)
adadelta = _optimizer("adadelta", rho=0.95, epsilon=1e-7)
adam = _optimizer("adam", beta1=0.9, beta2=0.999, epsilon=1e-7, amsgrad=False)
adamw = _optimizer("adamw", weightDecay=0.004, beta1=0.9, beta2=0.999, epsilon=1e-7, amsgrad=False)
adamax = _optimizer("adamax", beta1=0.9, beta2=0.999, epsilon=1e-7)
nadam = _optimizer("nadam", beta1=0.9, beta2=0.999, epsilon=1e-7)
ftrl = _optimizer(
    "ftrl",
    learningRatePower=-0.5,
    initialAccumulatorValue=0.1,
    l1RegularizationStrength=0,
    l2RegularizationStrength=0,
    l2ShrinkageRegularizationStrength=0,
    beta=0,
)
lion = _optimizer("lion", beta1=0.9, beta2=0.99)
adafactor = _optimizer("adafactor", beta2Decay=-0.8, epsilon1=1e-30, epsilon2=1e-3, clipThreshold=1, relativeStep=True)

LOSSES = {
    "binaryCrossentropy": kind("binaryCrossentropy", fromLogits=False, labelSmoothing=0),
    "categoricalCrossentropy": kind("categoricalCrossentropy", fromLogits=False, labelSmoothing=0),
    "sparseCategoricalCrossentropy": kind("sparseCategoricalCrossentropy", fromLogits=False),
    "binaryFocalCrossentropy": kind(
        "binaryFocalCrossentropy",
        applyClassBalancing=False,
        alpha=0.25,
        gamma=2,
        fromLogits=False,
        labelSmoothing=0,
    ),
    "categoricalFocalCrossentropy": kind(
        "categoricalFocalCrossentropy", alpha=0.25, gamma=2, fromLogits=False, labelSmoothing=0
    ),
    "huber": kind("huber", delta=1),
}
LOSSES |= {
    name: kind(name)
    for name in (
        "meanSquaredError meanAbsoluteError meanAbsolutePercentageError meanSquaredLogarithmicError logCosh hinge "
        "squaredHinge categoricalHinge klDivergence poisson cosineSimilarity"
    ).split()
}

METRICS = {
    "binaryAccuracy": kind("binaryAccuracy", threshold=0.5),
    "topKCategoricalAccuracy": kind("topKCategoricalAccuracy", k=5),
    "sparseTopKCategoricalAccuracy": kind("sparseTopKCategoricalAccuracy", k=5),
    "precision": kind("precision", threshold=None, topK=None, classId=None),
    "recall": kind("recall", threshold=None, topK=None, classId=None),
    "f1Score": kind("f1Score", average=None, threshold=None),
    "auc": kind("auc", numThresholds=200, curve="ROC", multiLabel=False, fromLogits=False),
}
METRICS |= {
    name: kind(name) for name in "accuracy categoricalAccuracy sparseCategoricalAccuracy rootMeanSquaredError".split()
}
METRICS |= LOSSES


def metric(kind_name, /, name=None, **fields):
    """A metric that is logged by its type, or by a `name` of its own."""
    return METRICS[kind_name](**fields) | {"name": name or kind_name}


def loss(name, **fields):
    return LOSSES[name](**fields)


def _layer(name, rooms, **defaults):
    make = kind(name, **defaults)

    def layer(*positional, **fields):
        return resolve(make(*positional, **fields), **rooms)

    return layer


_ACTIVATION = {"activation": ACTIVATIONS}
dense = _layer(
    "dense",
    _ACTIVATION | {"kernelInitializer": INITIALIZERS, "biasInitializer": INITIALIZERS},
    units=...,
    activation="linear",
    useBias=True,
    kernelInitializer="glorotUniform",
    biasInitializer="zeros",
    kernelRegularizer=None,
    biasRegularizer=None,
    activityRegularizer=None,
    kernelConstraint=None,
    biasConstraint=None,
)
activation = _layer("activation", _ACTIVATION, activation=...)
_NORMALIZED = {
    "center": True,
    "scale": True,
    "betaInitializer": "zeros",
    "gammaInitializer": "ones",
    "betaRegularizer": None,
    "gammaRegularizer": None,
    "betaConstraint": None,
    "gammaConstraint": None,
}
_NORMALIZED_ROOMS = {"betaInitializer": INITIALIZERS, "gammaInitializer": INITIALIZERS}
batch_normalization = _layer(
    "batchNormalization",
    _NORMALIZED_ROOMS | {"movingMeanInitializer": INITIALIZERS, "movingVarianceInitializer": INITIALIZERS},
    momentum=0.99,
    epsilon=1e-3,
    movingMeanInitializer="zeros",
    movingVarianceInitializer="ones",
    **_NORMALIZED,
)
layer_normalization = _layer("layerNormalization", _NORMALIZED_ROOMS, epsilon=1e-3, **_NORMALIZED)
rescaling = _layer("rescaling", {}, scale=..., offset=0)
normalization = _layer("normalization", {})
flatten = _layer("flatten", {})
reshape = _layer("reshape", {}, targetShape=...)
leaky_relu_layer = _layer("leakyReLU", {}, negativeSlope=0.3)
prelu = _layer(
    "prelu", {"alphaInitializer": INITIALIZERS}, alphaInitializer="zeros", alphaRegularizer=None, alphaConstraint=None
)
elu_layer = _layer("elu", {}, alpha=1)
softmax_layer = _layer("softmax", {})


def case(
    name,
    layers,
    loss="meanSquaredError",
    targets="numbers",
    optimizer=None,
    metrics=(),
    weighted_metrics=(),
    input_shape=(7,),
    **run,
):
    """One network and how it is trained: by default 10 steps, 2 epochs of 23 rows in batches of 5."""
    spec = {
        "name": name,
        "seed": 1,
        "inputShape": list(input_shape),
        "layers": [layer | {"name": f"layer{number}"} for number, layer in enumerate(layers, 1)],
        "compile": {
            "optimizer": optimizer or sgd(0.1),
            "loss": LOSSES[loss]() if isinstance(loss, str) else loss,
            "metrics": [metric(m) if isinstance(m, str) else m for m in metrics],
            "weightedMetrics": [metric(m) if isinstance(m, str) else m for m in weighted_metrics],
        },
    }
    return {"spec": spec, "run": {"rows": 23, "batchSize": 5, "epochs": 2, "targets": targets, "scale": 1} | run}
