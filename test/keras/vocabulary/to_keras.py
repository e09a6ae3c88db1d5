"""Keras's model of a description."""

import re

import keras
import tensorflow as tf


def snake(name):
    """negativeSlope -> negative_slope, beta1 -> beta_1; l1 stays."""
    name = re.sub(r"(beta|epsilon)(\d)", r"\1_\2", name)
    return re.sub("[A-Z]", lambda capital: "_" + capital[0].lower(), name)


def fields_of(description, *without):
    left = {"type", "name", *without}
    return {snake(field): value for field, value in description.items() if field not in left}


def made(module, description, names={}):
    """The object of the module's class that the description names."""
    if description is None:
        return None
    kind = description["type"]
    return getattr(module, names.get(kind, kind[0].upper() + kind[1:]))(**fields_of(description))


def activation(description):
    function = getattr(keras.activations, snake(description["type"]))
    fields = fields_of(description)
    return (lambda z: function(z, **fields)) if fields else function


# Keras on TensorFlow takes the inputs of any softmax or sigmoid for the logits of any cross-entropy. After the identity
# it has only the outputs, as on its other backends.
OWN_LOSSES = {
    "sigmoid": {"binaryCrossentropy", "binaryFocalCrossentropy"},
    "softmax": {"categoricalCrossentropy", "sparseCategoricalCrossentropy"},
}


def disguised(function):
    return lambda z: tf.identity(function(z))


def last_activation(layers):
    last = layers[-1]
    return {"type": "softmax"} if last["type"] == "softmax" else last.get("activation")


def is_disguised(spec):
    kind, loss = last_activation(spec["layers"]), spec["compile"]["loss"]["type"]
    return kind is not None and kind["type"] in OWN_LOSSES and loss not in OWN_LOSSES[kind["type"]]


ROOMS = {"Initializer": keras.initializers, "Regularizer": keras.regularizers, "Constraint": keras.constraints}
ROOM_NAMES = {"orthogonal": "OrthogonalRegularizer", "l1l2": "L1L2"}
LAYER_NAMES = {"prelu": "PReLU", "elu": "ELU", "leakyReLU": "LeakyReLU"}


def layer(description, disguise, moments):
    if description["type"] == "normalization":
        mean, variance = moments[description["name"]]
        return keras.layers.Normalization(mean=mean, variance=variance, name=description["name"])
    if description["type"] == "softmax" and disguise:
        return keras.layers.Activation(disguised(keras.activations.softmax), name=description["name"])
    filled = dict(description)
    for field, value in description.items():
        room = next((module for end, module in ROOMS.items() if field.endswith(end)), None)
        if room and value is not None:
            filled[field] = made(room, value, ROOM_NAMES)
            if value["type"] == "orthogonal":
                # Kept as a tensor of 32 bits, which a run of 64 bits refuses.
                filled[field].factor = value["factor"]
        elif field == "activation":
            function = activation(value)
            filled[field] = disguised(function) if disguise else function
    kind = description["type"]
    name = LAYER_NAMES.get(kind, kind[0].upper() + kind[1:])
    return getattr(keras.layers, name)(**fields_of(filled), name=description["name"])


def rate(description):
    if not isinstance(description, dict):
        return float(description)
    return made(keras.optimizers.schedules, description)


OPTIMIZER_NAMES = {"sgd": "SGD", "rmsprop": "RMSprop", "adamw": "AdamW"}


def optimizer(description):
    kind = description["type"]
    fields = fields_of(description, "learningRate", "excludeFromWeightDecay")
    # SGD refuses a momentum of 0 that is an integer.
    fields = {field: float(value) if field == "momentum" else value for field, value in fields.items()}
    name = OPTIMIZER_NAMES.get(kind, kind[0].upper() + kind[1:])
    result = getattr(keras.optimizers, name)(learning_rate=rate(description["learningRate"]), **fields)
    if description["excludeFromWeightDecay"] == "biases":
        result.exclude_from_weight_decay(var_names=["bias"])
    return result


LOSS_NAMES = {"klDivergence": "KLDivergence"}


def loss(description):
    return made(keras.losses, description, LOSS_NAMES)


METRIC_NAMES = {
    **LOSS_NAMES,
    "auc": "AUC",
    "logCosh": "LogCoshError",
}
# Losses of which Keras has no metric: the mean of the function.
FUNCTIONS = {"huber", "binaryFocalCrossentropy", "categoricalFocalCrossentropy"}
TOP_K = {"topKCategoricalAccuracy", "sparseTopKCategoricalAccuracy"}


def accuracy(units, targets):
    if units == 1:
        return keras.metrics.BinaryAccuracy
    return keras.metrics.SparseCategoricalAccuracy if targets == "classes" else keras.metrics.CategoricalAccuracy


def metric(description, name, units, targets):
    kind, fields = description["type"], fields_of(description)
    if kind == "accuracy":
        return accuracy(units, targets)(name=name)
    if kind in FUNCTIONS:
        return keras.metrics.MeanMetricWrapper(getattr(keras.losses, snake(kind)), name, **fields)
    if kind in TOP_K:
        # In 32 bits: it knows no others.
        function = getattr(keras.metrics, snake(kind))
        return keras.metrics.MeanMetricWrapper(lambda y, p: function(y, tf.cast(p, tf.float32), **fields), name)
    if kind in ("precision", "recall"):
        fields["thresholds"] = fields.pop("threshold")
    return getattr(keras.metrics, METRIC_NAMES.get(kind, kind[0].upper() + kind[1:]))(name=name, **fields)


def model(spec, targets, variables):
    """The compiled model; `variables` are all of the description's, as in run.initial_variables."""
    moments, weights = {}, []
    for variable in variables:
        if variable.name in ("mean", "variance"):
            moments.setdefault(variable.layer, []).append(variable.value)
        else:
            weights.append(variable.value)
    disguise = is_disguised(spec)
    last = len(spec["layers"]) - 1
    layers = [layer(one, disguise and number == last, moments) for number, one in enumerate(spec["layers"])]
    result = keras.Sequential([keras.Input(spec["inputShape"]), *layers])
    result.set_weights(weights)
    units, compiled = result.output_shape[-1], spec["compile"]
    # Names of their own: Keras tells metrics apart by name.
    metrics, weighted = (
        [metric(one, f"{room}_{number}", units, targets) for number, one in enumerate(compiled[room])]
        for room in ("metrics", "weightedMetrics")
    )
    result.compile(
        optimizer=optimizer(compiled["optimizer"]),
        loss=loss(compiled["loss"]),
        metrics=metrics,
        weighted_metrics=weighted,
        jit_compile=False,
    )
    return result
