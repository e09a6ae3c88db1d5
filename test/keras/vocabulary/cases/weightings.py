"""Weights of rows and of classes, in training and in validation data."""

from ..spec import adam, case, dense


def of(name, output="softmax", targets="oneHot", loss="categoricalCrossentropy", units=3, **run):
    return case(name, [dense(5, "tanh"), dense(units, output)], loss, targets, **run)


CLASSES = {"0": 0.5, "2": 3}

CASES = [
    of("rows", sampleWeight=True),
    of("rows, numbers", "linear", "numbers", "meanSquaredError", sampleWeight=True),
    of("rows, one unit", "sigmoid", "bits", "binaryCrossentropy", units=1, sampleWeight=True),
    of(
        "rows, classes, adam",
        targets="classes",
        loss="sparseCategoricalCrossentropy",
        sampleWeight=True,
        optimizer=adam(0.01),
    ),
    of("classes of one-hot targets", classWeight=CLASSES),
    of("classes", targets="classes", loss="sparseCategoricalCrossentropy", classWeight=CLASSES),
    of("classes of one unit", "sigmoid", "bits", "binaryCrossentropy", units=1, classWeight={"0": 0.5, "1": 2}),
    of(
        "classes, a metric and a weighted one",
        classWeight=CLASSES,
        metrics=["categoricalAccuracy"],
        weighted_metrics=["categoricalCrossentropy", "accuracy"],
    ),
    of("validation", validation={"rows": 11}, metrics=["accuracy"]),
    of("validation, one batch", validation={"rows": 3}),
    of(
        "validation, weighted",
        validation={"rows": 11, "sampleWeight": True},
        metrics=["accuracy"],
        weighted_metrics=["categoricalCrossentropy"],
    ),
    of("rows and validation", sampleWeight=True, validation={"rows": 11, "sampleWeight": True}),
    of(
        "classes and validation, which they leave alone",
        classWeight=CLASSES,
        validation={"rows": 11},
        metrics=["accuracy"],
        weighted_metrics=["categoricalCrossentropy"],
    ),
    of(
        "average of weights and validation, which sees none of it",
        validation={"rows": 11},
        optimizer=adam(0.01, useEma=True, emaMomentum=0.8),
    ),
]
