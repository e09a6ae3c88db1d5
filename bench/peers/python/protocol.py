"""What a runner of the bench says and hears; ../../protocol.mjs describes it."""

import json
import os
import sys
import time
from types import SimpleNamespace

import numpy as np


def serve(prepare):
    """`prepare(work)` gives a function that does the work once, or a pair of it and one that warms it up."""
    run = None
    for line in sys.stdin:
        command = json.loads(line)
        if "prepare" in command:
            run = None  # frees the last work's memory before the next one's is taken
            work = SimpleNamespace(**command["prepare"])
            run = prepare(work)
            run, warm_up = run if isinstance(run, tuple) else (run, run)
            if not work.cold:
                warm_up()
            answer({"ready": True})
            continue
        times = []
        begin = time.perf_counter()
        while not times or (time.perf_counter() - begin) * 1e3 < work.turn:
            start = time.perf_counter()
            run()
            times.append((time.perf_counter() - start) * 1e3 / work.calls)
        answer({"times": times})
    sys.stdout.flush()
    os._exit(0)  # some frameworks take seconds to come down, or abort on the way


def answer(message):
    print(json.dumps(message), flush=True)


def read(work):
    """The work's rows as float32 in [0, 1], and class ids."""
    columns = work.units[0]
    x = np.fromfile(f"{work.data}.x.u8", np.uint8).reshape(-1, columns)
    y = np.fromfile(f"{work.data}.y.u8", np.uint8)
    rows = np.arange(work.rows) % len(x)
    return x[rows].astype(np.float32) / np.float32(255), y[rows].astype(np.int32)


def glorot(work, seed=42):
    """Glorot-uniform kernels and zero biases, [(kernel, bias), ...]."""
    random = np.random.default_rng(seed)
    layers = []
    for inputs, outputs in zip(work.units, work.units[1:]):
        limit = np.sqrt(6 / (inputs + outputs))
        kernel = random.uniform(-limit, limit, (inputs, outputs)).astype(np.float32)
        layers.append((kernel, np.zeros(outputs, np.float32)))
    return layers
