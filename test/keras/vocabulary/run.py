"""Weights and data of a case by formula, its run in Keras, and what is kept of it."""

import base64
from dataclasses import dataclass
from math import prod

import keras
import numpy as np

from make_golden import uniform

from . import to_keras

TRAINING, VALIDATION = 100, 110
PREDICTED_ROWS = 4


@dataclass
class Variable:
    layer: str
    name: str
    value: np.ndarray

    @property
    def trainable(self):
        return self.name not in ("movingMean", "movingVariance", "mean", "variance")


# Of all but kernels: the middle, and how far from it.
RANGES = {
    "bias": (0, 0.5),
    "gamma": (1, 0.3),
    "beta": (0, 0.3),
    "movingMean": (0, 0.3),
    "movingVariance": (1, 0.5),
    "alpha": (0.2, 0.1),
    "mean": (0, 0.5),
    "variance": (1, 0.5),
}


def variable_shapes(spec):
    """(layer's name, variable's name, shape) of each, in the order of the layers."""
    features = prod(spec["inputShape"])
    for layer in spec["layers"]:
        kind, names = layer["type"], []
        if kind == "dense":
            yield layer["name"], "kernel", (features, layer["units"])
            features = layer["units"]
            names = ["bias"] if layer["useBias"] else []
        elif kind in ("batchNormalization", "layerNormalization"):
            names = [name for name, field in (("gamma", "scale"), ("beta", "center")) if layer[field]]
            names += ["movingMean", "movingVariance"] if kind == "batchNormalization" else []
        elif kind == "prelu":
            names = ["alpha"]
        elif kind == "normalization":
            names = ["mean", "variance"]
        yield from ((layer["name"], name, (features,)) for name in names)


def initial_variables(spec, scale):
    """Kernels are Glorot-uniform times `scale`; variable i is stream i + 1."""
    variables = []
    for stream, (layer, name, shape) in enumerate(variable_shapes(spec), 1):
        middle, limit = RANGES.get(name) or (0, scale * np.sqrt(6.0 / sum(shape)))
        value = middle + uniform(prod(shape), limit, stream).astype(np.float64)
        variables.append(Variable(layer, name, value.astype(np.float32).reshape(shape)))
    return variables


def targets_of(kind, rows, units, stream):
    noise = uniform(rows * units, 1.0, stream + 1).astype(np.float64)
    if kind == "numbers":
        return noise.astype(np.float32).reshape(rows, units)
    if kind == "positive":
        return ((noise + 1) / 2).astype(np.float32).reshape(rows, units)
    if kind in ("bits", "signs"):
        off = 0 if kind == "bits" else -1
        return np.where(noise >= 0, 1, off).astype(np.float32).reshape(rows, units)
    classes = np.floor((uniform(rows, 1.0, stream + 2).astype(np.float64) + 1) / 2 * max(units, 2)).astype(np.uint8)
    if kind == "classes":
        return classes
    one_hot = np.eye(units)[classes]
    # Distributions: no class is certain.
    return (one_hot if kind == "oneHot" else one_hot * 0.7 + 0.3 / units).astype(np.float32)


def data(spec, run, units, stream):
    """Rows, targets and weights (None: all 1)."""
    rows, shape = run["rows"], spec["inputShape"]
    x = uniform(rows * prod(shape), 1.0, stream).reshape(rows, *shape)
    y = targets_of(run["targets"], rows, units, stream)
    weights = uniform(rows, 1.0, stream + 3) + np.float32(1) if run.get("sampleWeight") else None
    return x, y, weights


def output_units(spec):
    dense = [layer["units"] for layer in spec["layers"] if layer["type"] == "dense"]
    return dense[-1] if dense else prod(spec["inputShape"])


def figures(logs, spec, prefix=""):
    """{ loss, metrics } of logs; a metric of several numbers gives them all, one after the other."""
    counts = {room: len(spec["compile"][room]) for room in ("metrics", "weightedMetrics")}
    names = [f"{room}_{number}" for room, count in counts.items() for number in range(count)]
    values = [np.ravel(np.asarray(logs[prefix + name], np.float64)).tolist() for name in names]
    return {"loss": float(logs[prefix + "loss"]), "metrics": [number for value in values for number in value]}


def train(case, dtype="float32"):
    """Initial and trained weights with the figures of each epoch, of an evaluation, and predictions."""
    spec, run = case["spec"], case["run"]
    keras.config.set_floatx(dtype)
    keras.config.set_dtype_policy(dtype)
    keras.utils.set_random_seed(0)
    initial = initial_variables(spec, run["scale"])
    model = to_keras.model(spec, run["targets"], initial)
    x, y, weights = data(spec, run, output_units(spec), TRAINING)
    options = {}
    if "validation" in run:
        held_out = run["validation"] | {"targets": run["targets"]}
        options["validation_data"] = data(spec, held_out, output_units(spec), VALIDATION)
        if options["validation_data"][2] is None:
            options["validation_data"] = options["validation_data"][:2]
        options["validation_batch_size"] = run["batchSize"]
    if "classWeight" in run:
        options["class_weight"] = {int(label): weight for label, weight in run["classWeight"].items()}
    if "stepsPerEpoch" in run:
        options["steps_per_epoch"] = run["stepsPerEpoch"]
    logs = model.fit(
        x,
        y,
        epochs=run["epochs"],
        batch_size=run["batchSize"],
        sample_weight=weights,
        shuffle=False,
        verbose=0,
        **options,
    ).history
    trained = iter(model.get_weights())
    epochs = []
    for epoch in range(run["epochs"]):
        of_epoch = {name: values[epoch] for name, values in logs.items()}
        epochs.append({"training": figures(of_epoch, spec)})
        if "validation" in run:
            epochs[-1]["validation"] = figures(of_epoch, spec, "val_")
    evaluation = model.evaluate(x, y, batch_size=run["batchSize"], sample_weight=weights, verbose=0, return_dict=True)
    predictions = model.predict(x[:PREDICTED_ROWS], verbose=0)
    return {
        "initial": initial,
        "weights": [v.value if v.name in ("mean", "variance") else next(trained) for v in initial],
        "epochs": epochs,
        "evaluation": figures(evaluation, spec),
        "predictions": predictions.reshape(len(predictions), -1),
    }


def shares(initial, weights, expected):
    """For each variable, the largest difference as a share of what a replay is allowed."""
    return [
        float(np.abs(w - e).max() / (1e-4 * np.abs(e - v.value).max() + 1e-6))
        for v, w, e in zip(initial, weights, expected)
    ]


def numbers(result):
    """All losses and metrics of a result."""
    parts = [part for epoch in result["epochs"] for part in epoch.values()] + [result["evaluation"]]
    return np.array([number for part in parts for number in (part["loss"], *part["metrics"])])


def distance(result, expected):
    """The largest difference of weights, losses and metrics as a share of what a replay is allowed."""
    a, b = numbers(result), numbers(expected)
    figure = float((np.abs(a - b) / (1e-4 * np.abs(b) + 1e-6)).max())
    return max(figure, *shares(expected["initial"], result["weights"], expected["weights"]))


def short(value):
    """Numbers as 32 bits tell them."""
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, dict):
        return {name: short(one) for name, one in value.items()}
    return [short(one) for one in value] if isinstance(value, list) else value


def encoded(arrays):
    """Little-endian float32 in base64, end to end."""
    return base64.b64encode(b"".join(np.ascontiguousarray(a, "<f4").tobytes() for a in arrays)).decode()


def record(case, result):
    """What is kept of a case: all variables after training, in the order of `variable_shapes`, and what it says."""
    return case | {
        "weights": encoded(result["weights"]),
        "epochs": short(result["epochs"]),
        "evaluation": short(result["evaluation"]),
        "predictions": encoded([result["predictions"]]),
    }
