"""Writes numpy.safetensors: a file of the Python package `safetensors`, which safetensors.test.ts reads and repeats.

    python -m venv /tmp/venv && /tmp/venv/bin/pip install -r test/keras/requirements.txt
    /tmp/venv/bin/python test/safetensors/make_files.py
"""

from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

save_file(
    {
        "layer1/bias": np.array([0.25, -0.5, 1e-30], np.float32),
        "layer1/kernel": np.array([[1.5, -2.25, 3.0e-8], [0.1, 1e30, -0.0]], np.float32),
        "scalar": np.array(42, np.float32),
        "números 数字": np.array([[[7]]], np.float32),
    },
    Path(__file__).parent / "numpy.safetensors",
    metadata={"note": 'a "quoted" text,\nnúmeros 数字 \\'},
)
