"""Writes golden/sklearn.json: what scikit-learn says about small arrays of labels and predictions.

    /tmp/venv/bin/python test/evaluation/make_sklearn.py      # with test/keras/requirements.txt installed
"""

import json
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.metrics import (
    accuracy_score,
    classification_report,
    confusion_matrix,
    precision_recall_fscore_support,
)


def confused(rng, rows, classes, right):
    """Labels, and predictions of which about the share `right` is right and the rest near the label."""
    labels = rng.integers(0, classes, rows)
    near = (labels + rng.geometric(0.5, rows)) % classes
    return labels, np.where(rng.random(rows) < right, labels, near)


def scores(labels, predictions, classes, average):
    p, r, f, s = precision_recall_fscore_support(
        labels, predictions, labels=classes, average=average, zero_division=0
    )
    if average:
        return {"precision": p, "recall": r, "f1": f, "support": len(labels)}
    rows = zip(p.tolist(), r.tolist(), f.tolist(), s.tolist())
    return [dict(zip(("precision", "recall", "f1", "support"), row)) for row in rows]


def mistakes(labels, predictions):
    pairs = Counter((int(l), int(p)) for l, p in zip(labels, predictions) if l != p)
    support = Counter(labels.tolist())
    ordered = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return [
        {"label": l, "prediction": p, "count": count, "share": count / support[l]} for (l, p), count in ordered[:10]
    ]


def decision(rows, columns):
    """Tenths, so that equals and exactly 0.5 are frequent."""
    tenths = rng.integers(0, 11, (rows, columns))
    probabilities = (tenths / 10).astype(np.float32)
    ids = probabilities.argmax(axis=1) if columns > 1 else (probabilities[:, 0] >= 0.5).astype(int)
    return {"columns": columns, "tenths": tenths.ravel().tolist(), "ids": ids.tolist()}


def case(name, labels, predictions, class_names=None, digits=2):
    labels, predictions = np.asarray(labels), np.asarray(predictions)
    classes = range(len(class_names)) if class_names else None
    return {
        "name": name,
        "labels": labels.tolist(),
        "predictions": predictions.tolist(),
        **({"classNames": class_names} if class_names else {}),
        "digits": digits,
        "classes": list(classes) if classes else np.union1d(labels, predictions).tolist(),
        "counts": confusion_matrix(labels, predictions, labels=classes).tolist(),
        "accuracy": accuracy_score(labels, predictions),
        "perClass": scores(labels, predictions, classes, None),
        "macroAverage": scores(labels, predictions, classes, "macro"),
        "weightedAverage": scores(labels, predictions, classes, "weighted"),
        "mostConfused": mistakes(labels, predictions),
        "report": classification_report(
            labels, predictions, labels=classes, target_names=class_names, digits=digits, zero_division=0
        ),
    }


rng = np.random.default_rng(7)
digits = [str(digit) for digit in range(10)]
cases = [
    case("2 classes, 300 rows", *confused(rng, 300, 2, 0.9), digits=4),
    case("10 classes, 2,000 rows", *confused(rng, 2000, 10, 0.95)),
    case("10 classes, 2,000 rows, 4 digits", *confused(rng, 2000, 10, 0.8), class_names=digits, digits=4),
    case("absent classes are not shown", [1, 7, 7, 9, 1, 1], [1, 7, 9, 9, 1, 7]),
    case("absent classes that have names", [1, 4, 4, 2, 1, 1], [1, 4, 2, 2, 1, 4], class_names=list("abcdef")),
    case("a class never predicted", [0, 0, 1, 2, 2, 2], [0, 0, 0, 2, 2, 0]),
    case("a class predicted that never occurs", [0, 0, 2, 2], [0, 1, 2, 1]),
    case("everything wrong", [0, 1, 0], [1, 0, 1], class_names=["zero", "one"]),
    case("one row", [3], [3], digits=3),
    case("a name longer than the headings", [0, 1, 1], [0, 1, 0], class_names=["handwritten zero", "one"]),
    case("names of wide and of astral characters", [0, 1, 1], [0, 1, 0], class_names=["数字の零", "𝟙"]),
    # 1/8, 3/8, 5/8 and 1/2 lie between two numbers of 2 digits or none.
    case("ties of rounding", [0] * 8 + [1] * 8, [0] + [1] * 7 + [0] * 3 + [1] * 5),
    case("ties of rounding, no digits", [0, 0, 1, 1], [0, 1, 0, 1], digits=0),
    case("more digits than a heading is wide", [0, 1, 2, 2, 1], [0, 2, 2, 2, 1], digits=15),
]
golden = Path(__file__).parent / "golden"
golden.mkdir(exist_ok=True)
content = {"cases": cases, "decisions": [decision(50, 1), decision(50, 2), decision(100, 10), decision(4, 300)]}
text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
(golden / "sklearn.json").write_text(text + "\n", encoding="utf-8")
