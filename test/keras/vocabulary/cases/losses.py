"""Each loss: defaults and other fields, after its own activation, after others, and from logits."""

from ..spec import LOSSES, case, dense, loss, sgd, softmax_layer


def to(output, targets, of, name=None, units=3, hidden="tanh", **run):
    of = loss(of) if isinstance(of, str) else of
    told = ", ".join(f"{field} {value}" for field, value in of.items() if value != LOSSES[of["type"]]().get(field))
    name = name or f"{of['type']}{f' ({told})' if told else ''} of {targets} after {output}, {units} units"
    return case(name, [dense(5, hidden), dense(units, output)], of, targets, **run)


ENTROPIES = [
    *(to("sigmoid", "bits", "binaryCrossentropy", units=units) for units in (1, 3)),
    *(to("linear", "bits", loss("binaryCrossentropy", fromLogits=True), units=units) for units in (1, 3)),
    to("sigmoid", "bits", loss("binaryCrossentropy", labelSmoothing=0.2)),
    to("linear", "bits", loss("binaryCrossentropy", fromLogits=True, labelSmoothing=0.1)),
    to("hardSigmoid", "bits", "binaryCrossentropy"),
    to("softmax", "bits", "binaryCrossentropy"),
    to("sigmoid", "positive", "binaryCrossentropy"),
    to("softmax", "oneHot", "categoricalCrossentropy"),
    to("softmax", "distribution", "categoricalCrossentropy"),
    to("linear", "oneHot", loss("categoricalCrossentropy", fromLogits=True)),
    to("softmax", "oneHot", loss("categoricalCrossentropy", labelSmoothing=0.2)),
    to("linear", "oneHot", loss("categoricalCrossentropy", fromLogits=True, labelSmoothing=0.1)),
    to("sigmoid", "oneHot", loss("categoricalCrossentropy", labelSmoothing=0.1)),
    to("softplus", "oneHot", "categoricalCrossentropy"),
    to("softmax", "classes", "sparseCategoricalCrossentropy"),
    to("linear", "classes", loss("sparseCategoricalCrossentropy", fromLogits=True)),
    to("sigmoid", "classes", "sparseCategoricalCrossentropy"),
    case(
        "categoricalCrossentropy after a softmax layer",
        [dense(5, "tanh"), dense(3), softmax_layer()],
        "categoricalCrossentropy",
        "oneHot",
    ),
    to("softmax", "oneHot", "categoricalCrossentropy", "unclipped categorical", hidden="linear", scale=6),
    to("sigmoid", "bits", "binaryCrossentropy", "unclipped binary", hidden="linear", scale=5),
    to("linear", "bits", loss("binaryCrossentropy", fromLogits=True), "unclipped logits", hidden="linear", scale=5),
]

FOCAL = [
    to("sigmoid", "bits", "binaryFocalCrossentropy"),
    to("sigmoid", "bits", "binaryFocalCrossentropy", units=1),
    to("sigmoid", "bits", loss("binaryFocalCrossentropy", applyClassBalancing=True)),
    to("sigmoid", "bits", loss("binaryFocalCrossentropy", applyClassBalancing=True, alpha=0.6, gamma=1.5)),
    to("sigmoid", "bits", loss("binaryFocalCrossentropy", gamma=3, labelSmoothing=0.2)),
    to("linear", "bits", loss("binaryFocalCrossentropy", fromLogits=True, labelSmoothing=0.1)),
    to("hardSigmoid", "bits", "binaryFocalCrossentropy"),
    to("softmax", "oneHot", "categoricalFocalCrossentropy"),
    to("softmax", "oneHot", loss("categoricalFocalCrossentropy", alpha=0.6, gamma=1.5)),
    to("softmax", "oneHot", loss("categoricalFocalCrossentropy", labelSmoothing=0.2)),
    to("linear", "oneHot", loss("categoricalFocalCrossentropy", fromLogits=True, gamma=3)),
    to("sigmoid", "oneHot", "categoricalFocalCrossentropy"),
]

OTHERS = [
    to("linear", "numbers", "meanSquaredError"),
    to("linear", "numbers", "meanSquaredError", units=1),
    to("softmax", "oneHot", "meanSquaredError"),
    to("linear", "numbers", "meanAbsoluteError"),
    to("linear", "numbers", "meanAbsolutePercentageError", optimizer=sgd(0.0005)),
    to("softplus", "positive", "meanSquaredLogarithmicError"),
    to("linear", "numbers", "meanSquaredLogarithmicError"),
    to("linear", "numbers", "huber"),
    to("linear", "numbers", loss("huber", delta=0.3)),
    to("linear", "numbers", "huber", "huber of large errors", scale=4),
    to("linear", "numbers", "logCosh"),
    to("linear", "numbers", "logCosh", "logCosh of large errors", scale=12, optimizer=sgd(0.03)),
    to("tanh", "signs", "hinge"),
    to("linear", "bits", "hinge"),
    to("linear", "numbers", "hinge"),
    to("tanh", "signs", "squaredHinge"),
    to("linear", "bits", "squaredHinge", units=1),
    to("linear", "oneHot", "categoricalHinge"),
    to("softmax", "oneHot", "categoricalHinge"),
    to("softmax", "distribution", "klDivergence"),
    to("sigmoid", "positive", "klDivergence"),
    to("linear", "oneHot", "klDivergence"),
    to("softplus", "positive", "poisson"),
    to("exponential", "positive", "poisson", units=1),
    to("linear", "numbers", "cosineSimilarity"),
    to("softmax", "oneHot", "cosineSimilarity"),
]

CASES = ENTROPIES + FOCAL + OTHERS
