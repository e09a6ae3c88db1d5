"""Writes golden/callbacks.json: what Keras's callbacks do with scripted figures, for keras.test.ts to compare.

    python -m venv /tmp/venv && /tmp/venv/bin/pip install -r test/keras/requirements.txt
    /tmp/venv/bin/python test/callbacks/make_callbacks.py

Each case is played on a compiled model whose single weight is set to the number of the epoch, so that the weight that
is left tells which epoch was restored.
"""

import json
import os
import tempfile
import warnings
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np

HERE = Path(__file__).parent
nan = float("nan")

FALLING = [0.9, 0.7, 0.6, 0.5, 0.45]
PLATEAU = [0.9, 0.7, 0.71, 0.69, 0.7, 0.72, 0.68, 0.7, 0.71, 0.73]
LATE = [0.9, 0.95, 0.96, 0.5, 0.6, 0.61, 0.62]
WORSE = [0.5, 0.6, 0.7, 0.8, 0.9]
SMALL = [1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7]
WITH_NAN = [0.9, nan, nan, 0.8, nan, nan, nan]
RISING = [0.5, 0.6, 0.6, 0.7, 0.65, 0.66]


def cases():
    for name, losses in {"falling": FALLING, "plateau": PLATEAU, "late": LATE, "worse": WORSE, "nan": WITH_NAN}.items():
        for patience in (0, 1, 2, 3):
            for restore in (False, True):
                yield "earlyStopping", {"patience": patience, "restoreBestWeights": restore}, {"val_loss": losses}, name
    yield "earlyStopping", {"patience": 1, "minDelta": 0.06, "restoreBestWeights": True}, {"val_loss": SMALL}, "small steps"
    yield "earlyStopping", {"patience": 1, "minDelta": -0.06}, {"val_loss": SMALL}, "small steps, negative change"
    yield "earlyStopping", {"patience": 1, "minDelta": 0.05, "restoreBestWeights": True}, {"val_loss": SMALL}, "exact steps"
    yield "earlyStopping", {"patience": 2, "baseline": 0.55, "restoreBestWeights": True}, {"val_loss": FALLING}, "baseline"
    yield "earlyStopping", {"patience": 3, "baseline": 0.55, "restoreBestWeights": True}, {"val_loss": FALLING}, "baseline met"
    yield "earlyStopping", {"patience": 1, "startFromEpoch": 3, "restoreBestWeights": True}, {"val_loss": LATE}, "late start"
    yield "earlyStopping", {"patience": 0, "startFromEpoch": 10, "restoreBestWeights": True}, {"val_loss": LATE}, "no start"
    yield "earlyStopping", {"monitor": "val_accuracy", "patience": 1, "restoreBestWeights": True}, {"val_accuracy": RISING}, "auto, higher is better"
    yield "earlyStopping", {"monitor": "accuracy", "mode": "min", "patience": 1}, {"accuracy": RISING}, "lower, though accuracy"
    yield "earlyStopping", {"monitor": "mine", "mode": "max", "patience": 2}, {"mine": RISING}, "of one's own"
    yield "earlyStopping", {"monitor": "loss", "patience": 1}, {"loss": PLATEAU}, "training loss"
    for patience in (0, 1, 2):
        for cooldown in (0, 1, 2, 3):
            yield "reduceLROnPlateau", {"patience": patience, "cooldown": cooldown, "factor": 0.5}, {"val_loss": PLATEAU}, "plateau"
    yield "reduceLROnPlateau", {"patience": 1, "minLearningRate": 0.003}, {"val_loss": WORSE}, "floor"
    yield "reduceLROnPlateau", {"patience": 1, "minDelta": 0.06}, {"val_loss": SMALL}, "small steps"
    yield "reduceLROnPlateau", {}, {"val_loss": [1.0] * 12}, "defaults"
    yield "reduceLROnPlateau", {"patience": 1}, {"val_loss": WITH_NAN}, "nan"
    yield "reduceLROnPlateau", {"monitor": "val_accuracy", "patience": 1, "factor": 0.25}, {"val_accuracy": RISING}, "higher is better"
    yield "learningRateScheduler", {}, {"loss": FALLING}, "halves"
    for name, path in {
        "epoch": "m-{epoch:02d}.keras",
        "loss": "m-{epoch}-{val_loss:.2f}.keras",
        "wide": "m-{epoch:4d}-{loss:08.3f}-{val_loss:e}-{val_loss:.1%}-{val_loss}.keras",
    }.items():
        yield "modelCheckpoint", {"path": path}, {"loss": WORSE, "val_loss": PLATEAU[:5]}, name
    yield "modelCheckpoint", {"path": "m-{epoch}.keras", "saveBestOnly": True}, {"val_loss": PLATEAU}, "best"
    yield "modelCheckpoint", {"path": "m-{epoch}.keras", "saveBestOnly": True, "monitor": "accuracy"}, {"accuracy": RISING}, "best accuracy"
    yield "modelCheckpoint", {"path": "m-{epoch}.keras", "saveBestOnly": True, "initialValueThreshold": 0.695}, {"val_loss": PLATEAU}, "threshold"
    yield "modelCheckpoint", {"path": "m-{epoch}.keras", "saveBestOnly": True}, {"loss": FALLING}, "without the figure"
    for separator in (",", ";"):
        yield "csvLogger", {"separator": separator}, {"loss": FALLING, "accuracy": RISING[:5], "val_loss": WORSE}, "validated"
    yield "csvLogger", {}, {"loss": FALLING, "accuracy": RISING[:5]}, "not validated"
    yield "csvLogger", {"append": True}, {"loss": FALLING, "accuracy": RISING[:5], "val_loss": WORSE}, "appended"


NAMES = {
    "minDelta": "min_delta",
    "restoreBestWeights": "restore_best_weights",
    "startFromEpoch": "start_from_epoch",
    "minLearningRate": "min_lr",
    "saveBestOnly": "save_best_only",
    "initialValueThreshold": "initial_value_threshold",
    "path": "filepath",
}
KINDS = {
    "earlyStopping": keras.callbacks.EarlyStopping,
    "reduceLROnPlateau": keras.callbacks.ReduceLROnPlateau,
    "learningRateScheduler": lambda: keras.callbacks.LearningRateScheduler(lambda epoch, rate: rate * 0.5),
    "modelCheckpoint": keras.callbacks.ModelCheckpoint,
    "csvLogger": keras.callbacks.CSVLogger,
}


def make_model():
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, activation="sigmoid")])
    model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
    model.train_on_batch(np.zeros((1, 1)), np.zeros((1, 1)))  # makes the metrics
    model.optimizer.learning_rate = 0.01
    return model


def play(model, callback, logs_of):
    """Plays one training; gives what can be seen of it from outside."""
    model.stop_training = False
    callback.set_model(model)
    callback.on_train_begin()
    epochs = len(next(iter(logs_of.values())))
    seen = []
    for epoch in range(epochs):
        callback.on_epoch_begin(epoch)
        model.set_weights([np.full((1, 1), epoch, "float32")])
        logs = {name: values[epoch] for name, values in logs_of.items()}
        callback.on_epoch_end(epoch, logs)
        seen.append({"learningRate": float(model.optimizer.learning_rate.numpy()), "logs": logs})
        if model.stop_training:
            break
    callback.on_train_end()
    return seen


def run(kind, options, logs_of):
    model = make_model()
    saved = []
    model.save = lambda path, overwrite: saved.append(os.path.basename(path))
    arguments = {NAMES.get(name, name): value for name, value in options.items()}
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "log.csv")
        if kind == "csvLogger":
            arguments["filename"] = file
        callback = KINDS[kind](**arguments)
        seen = play(model, callback, logs_of)
        if options.get("append"):
            seen = play(model, KINDS[kind](**arguments), logs_of)
        csv = Path(file).read_bytes().decode() if os.path.exists(file) else None
    return {
        "epochs": len(seen),
        "weight": float(model.get_weights()[0][0, 0]),
        "learningRates": [one["learningRate"] for one in seen],
        "loggedRates": [one["logs"].get("learning_rate") for one in seen],
        "saved": saved,
        "csv": csv,
    }


def main():
    warnings.simplefilter("ignore")
    written = [
        {"name": f"{kind} {json.dumps(options)}, {name}", "kind": kind, "options": options, "logs": logs, "keras": run(kind, options, logs)}
        for kind, options, logs, name in cases()
    ]
    text = ",\n".join(json.dumps(case).replace("NaN", '"NaN"') for case in written)
    (HERE / "golden").mkdir(exist_ok=True)
    (HERE / "golden" / "callbacks.json").write_text(f"[\n{text}\n]\n")


main()
