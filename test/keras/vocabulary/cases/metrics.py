"""Each metric with its options, of one unit and of several, weighted and not."""

from ..spec import LOSSES, case, dense, metric

ACCURACIES = [
    "accuracy",
    "categoricalAccuracy",
    metric("topKCategoricalAccuracy", k=2),
    metric("topKCategoricalAccuracy", k=1, name="top1"),
]
COUNTS = [
    "precision",
    "recall",
    metric("precision", threshold=0.3, name="precisionAt0.3"),
    metric("recall", threshold=0.35, name="recallAt0.35"),
    metric("precision", classId=1, name="precisionOf1"),
    metric("recall", classId=2, threshold=0.3, name="recallOf2"),
    metric("precision", topK=2, threshold=None, name="precisionOfTop2"),
    metric("recall", topK=2, threshold=None, name="recallOfTop2"),
    metric("precision", topK=2, threshold=0.3, name="precisionOfTop2At0.3"),
    metric("recall", topK=1, classId=0, threshold=None, name="recallOf0InTop1"),
]
F1 = [
    "f1Score",
    *(metric("f1Score", average=average, name=f"{average}F1") for average in ("micro", "macro", "weighted")),
    metric("f1Score", threshold=0.3, name="f1At0.3"),
    metric("f1Score", threshold=0.4, average="macro", name="macroF1At0.4"),
    metric("f1Score", threshold=0.4, average="micro", name="microF1At0.4"),
]
AUC = [
    "auc",
    metric("auc", curve="PR", name="pr"),
    metric("auc", numThresholds=11, name="rocOf11"),
    metric("auc", numThresholds=7, curve="PR", name="prOf7"),
]
LABELS = [
    metric("auc", multiLabel=True, name="rocOfLabels"),
    metric("auc", multiLabel=True, curve="PR", numThresholds=50, name="prOfLabels"),
]
REGRESSION = (
    "meanSquaredError meanAbsoluteError rootMeanSquaredError meanAbsolutePercentageError meanSquaredLogarithmicError "
    "huber logCosh cosineSimilarity"
).split()
HINGES = ["hinge", "squaredHinge", "categoricalHinge"]


def of(name, output, targets, loss, metrics, units=3, **run):
    return case(name, [dense(5, "tanh"), dense(units, output)], loss, targets, metrics=metrics, **{"scale": 2} | run)


SOFTMAX = ("softmax", "oneHot", "categoricalCrossentropy")
BITS = ("sigmoid", "bits", "binaryCrossentropy")

CASES = [
    of("accuracies of one-hot targets", *SOFTMAX, ACCURACIES),
    of(
        "accuracies of classes",
        "softmax",
        "classes",
        "sparseCategoricalCrossentropy",
        ["accuracy", "sparseCategoricalAccuracy", metric("sparseTopKCategoricalAccuracy", k=2)],
    ),
    of("top-k of nine units", *SOFTMAX, ["topKCategoricalAccuracy"], units=9),
    of(
        "top-k of nine classes",
        "softmax",
        "classes",
        "sparseCategoricalCrossentropy",
        ["sparseTopKCategoricalAccuracy"],
        units=9,
    ),
    of(
        "accuracies of one unit",
        *BITS,
        ["accuracy", "binaryAccuracy", metric("binaryAccuracy", threshold=0.3, name="at0.3")],
        units=1,
    ),
    of(
        "accuracies of labels",
        *BITS,
        ["accuracy", "binaryAccuracy", metric("binaryAccuracy", threshold=0.7, name="at0.7")],
    ),
    of("precision and recall of one unit", *BITS, COUNTS[:4], units=1),
    of("precision and recall of labels", *BITS, COUNTS),
    of("precision and recall of one-hot targets", *SOFTMAX, COUNTS),
    of("f1 of one-hot targets", *SOFTMAX, F1),
    of("f1 of labels", *BITS, F1),
    of("f1 of one unit", *BITS, [metric("f1Score", threshold=0.5)], units=1),
    of("auc of one unit", *BITS, AUC, units=1),
    of("auc of labels", *BITS, AUC + LABELS),
    of("auc of one-hot targets", *SOFTMAX, AUC + LABELS),
    case(
        "auc from logits",
        [dense(5, "tanh"), dense(1)],
        LOSSES["binaryCrossentropy"](fromLogits=True),
        "bits",
        metrics=[metric("auc", fromLogits=True), metric("binaryCrossentropy", fromLogits=True)],
    ),
    of(
        "of numbers",
        "linear",
        "numbers",
        "meanSquaredError",
        [*REGRESSION, metric("huber", delta=0.3, name="huber0.3")],
    ),
    of("of one number", "linear", "numbers", "meanAbsoluteError", REGRESSION[:3], units=1),
    of("hinges", "tanh", "signs", "hinge", HINGES),
    of("hinges of bits", "tanh", "bits", "squaredHinge", HINGES[:2]),
    of(
        "divergences",
        *("softmax", "distribution", "klDivergence"),
        [
            "klDivergence",
            "poisson",
            "categoricalFocalCrossentropy",
            metric("categoricalFocalCrossentropy", gamma=1, name="g1"),
        ],
    ),
    of(
        "cross-entropies of one-hot targets",
        *SOFTMAX,
        ["categoricalCrossentropy", metric("categoricalCrossentropy", labelSmoothing=0.2, name="smooth")],
    ),
    of(
        "cross-entropy of classes",
        "softmax",
        "classes",
        "sparseCategoricalCrossentropy",
        ["sparseCategoricalCrossentropy"],
    ),
    of(
        "cross-entropies of labels",
        *BITS,
        [
            "binaryCrossentropy",
            metric("binaryCrossentropy", labelSmoothing=0.2, name="smooth"),
            "binaryFocalCrossentropy",
            metric("binaryFocalCrossentropy", applyClassBalancing=True, alpha=0.6, gamma=1, name="balanced"),
        ],
    ),
    of(
        "weighted, of one-hot targets",
        *SOFTMAX,
        ["accuracy"],
        weighted_metrics=[metric("accuracy", name="weightedAccuracy"), *ACCURACIES[1:], *COUNTS[:8], *F1[:4], *AUC[:2]],
        sampleWeight=True,
        validation={"rows": 11, "sampleWeight": True},
    ),
    of(
        "weighted, of labels",
        *BITS,
        [],
        weighted_metrics=["binaryAccuracy", *COUNTS[:6], *F1[4:], *AUC, *LABELS],
        sampleWeight=True,
    ),
    of(
        "weighted, of one unit",
        *BITS,
        ["auc"],
        units=1,
        weighted_metrics=["accuracy", "precision", metric("auc", name="weightedAuc"), "binaryCrossentropy"],
        sampleWeight=True,
    ),
    of(
        "weighted, of numbers",
        "linear",
        "numbers",
        "meanSquaredError",
        ["meanAbsoluteError"],
        weighted_metrics=REGRESSION[2:] + ["meanSquaredError"],
        sampleWeight=True,
    ),
    of("weighted, nothing to weight with", *SOFTMAX, ["categoricalAccuracy"], weighted_metrics=["accuracy", "auc"]),
    of("of a last batch alone", *SOFTMAX, ["accuracy", "precision", "auc"], rows=6),
]
