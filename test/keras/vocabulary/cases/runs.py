"""Sizes: of batches, of sets, of networks."""

from ..spec import adam, case, dense, rmsprop, sgd


def of(name, layers=None, **run):
    return case(
        name,
        layers or [dense(5, "relu"), dense(3, "softmax")],
        "categoricalCrossentropy",
        "oneHot",
        metrics=["accuracy"],
        **run,
    )


def deep(units, kind):
    return [*(dense(count, kind) for count in units), dense(3, "softmax")]


CASES = [
    of("batches of 1", rows=10, batchSize=1, epochs=1),
    of("one row", rows=1, batchSize=5, epochs=10),
    of("a batch larger than the set", rows=7, batchSize=32, epochs=10),
    of("whole batches", rows=25, batchSize=5),
    of("a last batch of 1", rows=21, batchSize=5),
    of("one step", rows=5, batchSize=5, epochs=1, optimizer=adam()),
    of("steps of an epoch", stepsPerEpoch=2, epochs=3),
    of("steps of an epoch that run out", stepsPerEpoch=3, epochs=4),
    of("one layer", [dense(3, "softmax")]),
    of("one layer, adam", [dense(3, "softmax")], optimizer=adam(0.01)),
    of("one unit, one input", [dense(2, "softmax")], input_shape=[1]),
    of("eight layers", deep([6, 5, 7, 4, 6, 3, 5], "tanh")),
    of("eight layers, adam", deep([6, 5, 7, 4, 6, 3, 5], "selu"), optimizer=adam(0.005)),
    of("eight layers, rmsprop", deep([9, 8, 7, 6, 5, 4, 3], "sigmoid"), optimizer=rmsprop(0.005), scale=2),
    of(
        "odd sizes", [dense(13, "relu"), dense(11, "tanh"), dense(9, "softmax")], input_shape=[17], rows=29, batchSize=7
    ),
    of("wide", [dense(67, "tanh"), dense(3, "softmax")], optimizer=sgd(0.05, momentum=0.9)),
    of("a batch of 37", rows=74, batchSize=37, epochs=5),
]
