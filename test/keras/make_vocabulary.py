"""Writes golden/vocabulary/: Keras 3 runs of every word for dense networks, for vocabulary.test.ts to replay.

    python -m venv /tmp/venv && /tmp/venv/bin/pip install -r test/keras/requirements.txt
    /tmp/venv/bin/python test/keras/make_vocabulary.py            # all files, about ten minutes
    /tmp/venv/bin/python test/keras/make_vocabulary.py losses     # one

A file holds a list of cases, one a line: `spec` is the package's own description of the network and its training
(vocabulary/spec.py), `run` says which rows it is trained on, the rest is what Keras made of it. Initial weights and
data are formulas (vocabulary/run.py, repeated in vocabulary/golden.ts). To add a case, add it to the list of its file
in vocabulary/cases/.

Each case is run twice in Keras, in 32 and in 64 bits, and where vocabulary/reference.py knows all its words once more
from the formulas alone, in NumPy's 64 bits. How far these are from the golden run is printed as a share of what a
replay is allowed: 1e-4 of how far the weights moved, 1e-4 of losses and metrics. A case is refused if rounding alone
takes a third of that, or if the formulas miss it.
"""

import importlib
import json
import sys
import warnings

from make_golden import GOLDEN  # first: it sets the variables that Keras and TensorFlow read when they are loaded

import numpy as np
import tensorflow as tf

from vocabulary import reference, run

FILES = "layers activations losses optimizers schedules regularizers constraints metrics weightings runs".split()


def make_case(case):
    """What is kept of a case, and whether it can be trusted."""
    result = run.train(case)
    distances = {"64 bits": run.distance(run.train(case, "float64"), result)}
    if reference.knows(case):
        distances["formulas"] = run.distance(reference.train(case), result)
    trusted = np.isfinite(run.numbers(result)).all() and all(share < 1 / 3 for share in distances.values())
    told = ", ".join(f"{name} at {share:.3f}" for name, share in distances.items())
    print(f"{'' if trusted else 'REFUSED '}{case['spec']['name']}: {told}", flush=True)
    return run.record(case, result), trusted


def make_file(name):
    cases = importlib.import_module(f"vocabulary.cases.{name}").CASES
    names = [case["spec"]["name"] for case in cases]
    assert len(set(names)) == len(names), f"{name}: two cases of one name"
    records, trusted = zip(*map(make_case, cases))
    assert all(trusted), f"{name}: see above"
    lines = ",\n".join(json.dumps(record, separators=(",", ":")) for record in records)
    path = GOLDEN / "vocabulary" / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"[\n{lines}\n]\n")
    print(f"{name}: {len(cases)} cases, {path.stat().st_size} bytes", flush=True)


if __name__ == "__main__":
    warnings.filterwarnings("ignore", message=".*not have.*|.*Gradients do not exist.*")
    tf.config.experimental.enable_op_determinism()
    for name in sys.argv[1:] or FILES:
        make_file(name)
