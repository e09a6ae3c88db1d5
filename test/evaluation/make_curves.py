"""Writes golden/curves.json: ROC curves, their areas and calibration as scikit-learn has them.

    /tmp/venv/bin/python test/evaluation/make_curves.py      # with test/keras/requirements.txt installed
"""

import json
from pathlib import Path

import numpy as np
from sklearn.calibration import calibration_curve
from sklearn.metrics import roc_auc_score, roc_curve

rng = np.random.default_rng(11)


def calibration(hits, confidence, bins):
    observed, predicted = calibration_curve(hits, confidence, n_bins=bins)
    edges = np.linspace(0, 1, bins + 1)
    counts = np.bincount(np.searchsorted(edges[1:-1], confidence), minlength=bins)
    counts = counts[counts > 0]
    return {
        "bins": bins,
        "predicted": predicted.tolist(),
        "observed": observed.tolist(),
        "counts": counts.tolist(),
        "error": float(np.sum(np.abs(observed - predicted) * counts) / len(hits)),
    }


def binary(name, labels, scores, bins=10):
    """Scores are kept as whole thousandths, which both sides divide."""
    labels, scores = np.asarray(labels), np.asarray(scores)
    probabilities = scores / 1000
    false_positives, true_positives, thresholds = roc_curve(labels, probabilities)
    return {
        "name": name,
        "labels": labels.tolist(),
        "thousandths": scores.tolist(),
        "falsePositiveRates": false_positives.tolist(),
        "truePositiveRates": true_positives.tolist(),
        "thresholds": thresholds[1:].tolist(),  # the first is infinite, which JSON has not
        "auc": roc_auc_score(labels, probabilities),
        "calibration": calibration(labels, probabilities, bins),
    }


def multiclass(name, rows, classes, bins):
    labels = rng.integers(0, classes, rows)
    weights = rng.integers(0, 20, (rows, classes))
    weights[np.arange(rows), labels] += rng.integers(0, 60, rows)
    weights[:, 0] += weights.sum(axis=1) == 0
    probabilities = weights / weights.sum(axis=1, keepdims=True)
    hits = probabilities.argmax(axis=1) == labels
    return {
        "name": name,
        "columns": classes,
        "labels": labels.tolist(),
        "weights": weights.ravel().tolist(),  # a row's probabilities are its weights by their sum
        "calibration": calibration(hits, probabilities.max(axis=1), bins),
    }


def overlapping(rows):
    labels = rng.integers(0, 2, rows)
    return labels, np.clip(np.round(rng.normal(350 + 300 * labels, 180)), 0, 1000).astype(int)


content = {
    "binary": [
        binary("two overlapping classes", *overlapping(400)),
        binary("many ties, and scores on the edges of bins", *(a // s * s for a, s in zip(overlapping(300), (1, 100)))),
        binary("other bins", *overlapping(100), bins=7),
        binary("perfect order", [0, 0, 1, 1], [10, 200, 700, 1000]),
        binary("reversed order", [1, 1, 0, 0], [0, 200, 700, 900]),
        binary("all scores equal", [0, 1, 1], [500, 500, 500]),
    ],
    "multiclass": [multiclass("10 classes", 300, 10, 10), multiclass("3 classes, 15 bins", 100, 3, 15)],
}
path = Path(__file__).parent / "golden" / "curves.json"
path.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")
