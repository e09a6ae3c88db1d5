"""The same training in 64-bit NumPy from the formulas alone; gradients are central differences of the loss.

Knows every layer, loss, optimizer and weighting, but no metrics: those of a result are the golden ones.
"""

import numpy as np

from . import formulas, run, updates

STEP = 1e-6
LARGEST = 600  # numbers to train; each costs two forward passes a step


def knows(case):
    sizes = [np.prod(shape) for _, _, shape in run.variable_shapes(case["spec"])]
    return sum(sizes) <= LARGEST and not case["spec"]["compile"]["metrics"] + case["spec"]["compile"]["weightedMetrics"]


class Network:
    def __init__(self, case):
        self.spec, self.run = case["spec"], case["run"]
        self.initial = run.initial_variables(self.spec, self.run["scale"])
        self.values = [v.value.astype(np.float64) for v in self.initial]
        self.trainable = [i for i, v in enumerate(self.initial) if v.trainable]
        self.layers, self.loss = formulas.from_sums(self.spec["layers"], self.spec["compile"]["loss"])

    def of(self, layer):
        return {v.name: value for v, value in zip(self.initial, self.values) if v.layer == layer["name"]}

    def forward(self, x, training):
        """Outputs, and the loss that activity regularizers add."""
        x, extra = x.reshape(len(x), -1).astype(np.float64), 0.0
        for layer in self.layers:
            x = formulas.LAYERS[layer["type"]](layer, self.of(layer), x, training)
            if layer.get("activityRegularizer"):
                extra += formulas.penalty(layer["activityRegularizer"], x) / len(x)
        return x, extra

    def penalties(self):
        total = 0.0
        for layer in self.layers:
            for name, value in self.of(layer).items():
                regularizer = layer.get(f"{name}Regularizer")
                total += formulas.penalty(regularizer, value) if regularizer else 0.0
        return total

    def objective(self, x, y, weights, training=True):
        p, extra = self.forward(x, training)
        rows = formulas.LOSSES[self.loss["type"]](self.loss, y, p)
        return (rows if weights is None else rows * weights).mean() + extra + self.penalties()

    def gradients(self, *batch):
        result = []
        for index in self.trainable:
            value, gradient = self.values[index], np.zeros_like(self.values[index])
            for place in np.ndindex(value.shape):
                middle, sides = value[place], []
                for side in (STEP, -STEP):
                    value[place] = middle + side
                    sides.append(self.objective(*batch))
                value[place] = middle
                gradient[place] = (sides[0] - sides[1]) / (2 * STEP)
            result.append(gradient)
        return result

    def move_averages(self, x):
        """batchNormalization's, of the batch that a step was made from."""
        x = x.reshape(len(x), -1).astype(np.float64)
        for layer in self.layers:
            if layer["type"] == "batchNormalization":
                own, m = self.of(layer), layer["momentum"]
                own["movingMean"][:] = own["movingMean"] * m + x.mean(axis=0) * (1 - m)
                own["movingVariance"][:] = own["movingVariance"] * m + x.var(axis=0) * (1 - m)
            x = formulas.LAYERS[layer["type"]](layer, self.of(layer), x, True)

    def constrain(self):
        for layer in self.layers:
            for name, value in self.of(layer).items():
                if layer.get(f"{name}Constraint"):
                    value[:] = formulas.constrained(layer[f"{name}Constraint"], value)

    def step(self, optimizer, x, y, weights):
        loss = self.objective(x, y, weights)
        gradients = self.gradients(x, y, weights)
        self.move_averages(x)
        names = [self.initial[i].name for i in self.trainable]
        optimizer.apply([self.values[i] for i in self.trainable], gradients, names)
        self.constrain()
        return loss

    def mean_loss(self, x, y, weights, size):
        total = 0.0
        for first in range(0, len(x), size):
            part = slice(first, first + size)
            total += self.objective(x[part], y[part], None if weights is None else weights[part], False) * len(x[part])
        return total / len(x)


def batches(rows, size, run_description):
    """The slices of each epoch. With `stepsPerEpoch` an epoch goes on where the last one ended."""
    of_all = [slice(first, min(first + size, rows)) for first in range(0, rows, size)]
    count, at = run_description.get("stepsPerEpoch", len(of_all)), 0
    for _ in range(run_description["epochs"]):
        epoch = of_all[at : at + count]
        at = 0 if at + count >= len(of_all) else at + count
        yield epoch


def as_numbers(y, units, loss):
    """Targets as one row of numbers a row; -1 and 1 for hinges whose targets are all 0 or 1 (of one batch, all are)."""
    y = np.eye(units)[y] if y.ndim == 1 and units > 1 else y.reshape(len(y), -1)
    is_bits = loss["type"] in ("hinge", "squaredHinge") and np.isin(y, (0, 1)).all()
    return (2.0 * y - 1 if is_bits else y).astype(np.float64)


def train(case):
    network, described = Network(case), case["run"]
    units = run.output_units(case["spec"])
    x, y, weights = run.data(case["spec"], described, units, run.TRAINING)
    judged = weights
    if "classWeight" in described:
        labels = y if y.ndim == 1 else y.argmax(axis=1) if units > 1 else y.ravel()
        weights = np.array([described["classWeight"].get(str(int(label)), 1.0) for label in labels])
    y = as_numbers(y, units, network.loss)
    optimizer, size = updates.Optimizer(case["spec"]["compile"]["optimizer"]), described["batchSize"]
    epochs = []
    for parts in batches(len(x), size, described):
        losses = [
            network.step(optimizer, x[part], y[part], None if weights is None else weights[part]) for part in parts
        ]
        loss = np.average(losses, weights=[part.stop - part.start for part in parts])
        epochs.append({"training": {"loss": loss, "metrics": []}})
        if "validation" in described:
            held_out = described["validation"] | {"targets": described["targets"]}
            x2, y2, weights2 = run.data(case["spec"], held_out, units, run.VALIDATION)
            loss = network.mean_loss(x2, as_numbers(y2, units, network.loss), weights2, size)
            epochs[-1]["validation"] = {"loss": loss, "metrics": []}
    optimizer.finish([network.values[i] for i in network.trainable])
    return {
        "initial": network.initial,
        "weights": network.values,
        "epochs": epochs,
        "evaluation": {"loss": network.mean_loss(x, y, judged, size), "metrics": []},
    }
