"""scikit-learn: MLPClassifier, an epoch a call of partial_fit."""

import numpy as np
from sklearn.neural_network import MLPClassifier

from protocol import read, serve


def prepare(work):
    x, y = read(work)
    classes = np.arange(max(2, work.units[-1]))

    def start():
        return MLPClassifier(
            hidden_layer_sizes=work.units[1:-1],
            activation={"relu": "relu", "sigmoid": "logistic"}[work.hidden],
            batch_size=work.batch,
            learning_rate_init=0.001,
            alpha=0,
            epsilon=1e-7,
            random_state=42,
        )

    model = start()
    if work.kind != "fit":
        model.partial_fit(np.resize(x, (1024, work.units[0])), np.resize(classes, 1024), classes=classes)
        rows = x[: work.rows if work.kind == "predict" else 1]

        def ask():
            for _ in range(work.calls):
                model.predict_proba(rows)

        return ask

    def run():
        nonlocal model
        if work.fresh:
            model = start()
        for _ in range(work.epochs):
            model.partial_fit(x, y, classes=classes)

    return run


serve(prepare)
