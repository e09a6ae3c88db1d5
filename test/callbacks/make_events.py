"""Writes golden/events.tfevents, a file of TensorFlow's own writer, and golden/events.json, what was written into it.

    python -m venv /tmp/venv && /tmp/venv/bin/pip install -r test/keras/requirements.txt tensorboard==2.21.0
    /tmp/venv/bin/python test/callbacks/make_events.py
"""

import json
import os
import tempfile
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np
import tensorflow as tf

golden = Path(__file__).parent / "golden"
random = np.random.default_rng(1)
events = [
    {"kind": "scalar", "tag": "epoch_loss", "step": 0, "value": 0.1},
    {"kind": "scalar", "tag": "epoch_accuracy", "step": 3, "value": 0.9375},
    {"kind": "scalar", "tag": "batch_loss", "step": 123456, "value": -1e-20},
    {"kind": "text", "tag": "model_summary", "step": 0, "value": 'Model: "Zähler"\n│ dense │'},
    {"kind": "text", "tag": "long", "step": 1, "value": "x" * 300},
    {"kind": "histogram", "tag": "dense/kernel/histogram", "step": 1, "value": random.normal(size=200).astype("float32").tolist()},
    {"kind": "histogram", "tag": "edges", "step": 127, "value": [float(i) for i in range(31)]},
    {"kind": "histogram", "tag": "same", "step": 128, "value": [2.0, 2.0, 2.0]},
    {"kind": "histogram", "tag": "zero", "step": 2**31, "value": [0.0]},
]

with tempfile.TemporaryDirectory() as folder:
    writer = tf.summary.create_file_writer(folder)
    with writer.as_default():
        for event in events:
            write = getattr(tf.summary, event["kind"])
            write(event["tag"], event["value"], step=event["step"])
    writer.close()
    (file,) = Path(folder).iterdir()
    (golden / "events.tfevents").write_bytes(file.read_bytes())
(golden / "events.json").write_text(json.dumps(events, ensure_ascii=False) + "\n")
