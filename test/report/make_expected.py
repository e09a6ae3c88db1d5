"""Writes golden/expected.json: predictions, and what scikit-learn and SciPy say of them that a report shows.

    /tmp/venv/bin/python test/report/make_expected.py      # with test/keras/requirements.txt installed
"""

import json
from pathlib import Path

import numpy as np
from scipy.stats import binomtest
from sklearn.calibration import calibration_curve
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix, roc_auc_score

rng = np.random.default_rng(23)


def calibration_error(hits, confidence):
    observed, predicted = calibration_curve(hits, confidence, n_bins=10)
    counts = np.bincount(np.searchsorted(np.linspace(0, 1, 11)[1:-1], confidence), minlength=10)
    return float(np.sum(np.abs(observed - predicted) * counts[counts > 0]) / len(hits))


def expected(labels, probabilities, hits, confidence, decisions):
    """Probabilities are whole 65536ths, which are the same 32-bit floats on both sides."""
    hit = decisions == labels
    return {
        "labels": labels.tolist(),
        "columns": probabilities.shape[1],
        "probabilities": (probabilities * 65536).astype(int).ravel().tolist(),
        "accuracy": accuracy_score(labels, decisions),
        "counts": confusion_matrix(labels, decisions).tolist(),
        "shares": confusion_matrix(labels, decisions, normalize="true").tolist(),
        "report": classification_report(labels, decisions, output_dict=True, zero_division=0),
        "interval": list(binomtest(int(hit.sum()), len(hit)).proportion_ci(method="wilson")),
        "calibrationError": calibration_error(hits, confidence),
    }


def multiclass(rows, classes):
    labels = rng.integers(0, classes, rows)
    logits = rng.normal(0, 1.5, (rows, classes))
    logits[np.arange(rows), labels] += 4
    shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    probabilities = np.floor(shares * 65536) / 65536
    decisions = probabilities.argmax(axis=1)
    return expected(labels, probabilities, decisions == labels, probabilities.max(axis=1), decisions)


def binary(rows):
    labels = rng.integers(0, 2, rows)
    logits = rng.normal(0, 1.5, rows) + 4 * labels - 2
    probabilities = np.floor(65536 / (1 + np.exp(-logits))) / 65536
    decisions = (probabilities >= 0.5).astype(int)
    return {
        **expected(labels, probabilities[:, None], labels, probabilities, decisions),
        "auc": roc_auc_score(labels, probabilities),
    }


path = Path(__file__).parent / "golden" / "expected.json"
path.parent.mkdir(exist_ok=True)
text = json.dumps({"multiclass": multiclass(600, 10), "binary": binary(400)}, separators=(",", ":"))
path.write_text(text + "\n", encoding="utf-8")
