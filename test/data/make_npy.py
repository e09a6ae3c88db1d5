"""Writes test/data/npy/*.npy and test/data/idx/*: files made by NumPy, and what NumPy reads from them (expected.json).

    pip install numpy==2.4.6 && python test/data/make_npy.py && npx biome format --write test/data
"""

import gzip
import json
import pathlib

import numpy as np

here = pathlib.Path(__file__).parent
(here / 'npy').mkdir(exist_ok=True)
(here / 'idx').mkdir(exist_ok=True)

VALUES = {
    'b1': [0, 1, 1, 0, 0, 1],
    'u1': [0, 1, 2, 127, 128, 255],
    'i1': [0, 1, -1, 127, -127, -128],
    'u2': [0, 1, 2, 256, 32768, 65535],
    'i2': [0, 1, -1, 256, 32767, -32768],
    'u4': [0, 1, 2, 256, 2**31, 2**32 - 1],
    'i4': [0, 1, -1, 256, 2**31 - 1, -(2**31)],
    'u8': [0, 1, 2, 256, 2**32, 2**53 - 1],
    'i8': [0, 1, -1, -(2**32), 2**53 - 1, -(2**53 - 1)],
    'f2': [0.0, -0.5, 65504.0, 6e-8, 0.1, -1 / 3],
    'f4': [0.0, -0.5, 0.1, 1e-40, 3.4e38, -1 / 3],
    'f8': [0.0, -0.5, 0.1, 5e-324, 1.7e308, -1 / 3],
}

expected = {'npy': {}, 'idx': {}}


def tell(kind, name, array):
    expected[kind][name] = {'shape': list(array.shape), 'data': [x.item() * 1 for x in array.ravel(order='C')]}


def npy(name, array, version=None):
    with open(here / 'npy' / f'{name}.npy', 'wb') as file:
        np.lib.format.write_array(file, array, version=version)
    tell('npy', name, np.load(here / 'npy' / f'{name}.npy'))


for dtype, values in VALUES.items():
    orders = {'big': '>', 'little': '<'} if dtype[1] != '1' else {'byte': '|'}
    for endianness, sign in orders.items():
        matrix = np.array(values, dtype=sign + dtype).reshape(2, 3)
        npy(f'{dtype}-{endianness}-c', matrix)
        npy(f'{dtype}-{endianness}-fortran', np.asfortranarray(matrix))

cube = np.arange(24, dtype='<f4').reshape(2, 3, 4)
npy('cube-c', cube)
npy('cube-fortran', np.asfortranarray(cube))
npy('scalar', np.array(42.5))
npy('vector', np.arange(5, dtype='<i4'))
npy('empty', np.zeros((0, 3), dtype='<f4'))
npy('version-1', cube[0], (1, 0))
npy('version-2', cube[0], (2, 0))
npy('version-3', cube[0], (3, 0))

# What must be refused.
np.save(here / 'npy' / 'refused-object.npy', np.array([1, 'a'], dtype=object), allow_pickle=True)
np.save(here / 'npy' / 'refused-record.npy', np.zeros(2, dtype=[('a', '<f4'), ('b', '<i4')]))
np.save(here / 'npy' / 'refused-text.npy', np.array(['ab', 'c']))
np.save(here / 'npy' / 'refused-complex.npy', np.array([1j]))
np.save(here / 'npy' / 'refused-long-double.npy', np.array([1], dtype=np.longdouble))
np.save(here / 'npy' / 'refused-large-i8.npy', np.array([1, 2**53], dtype='<i8'))
np.save(here / 'npy' / 'refused-large-u8.npy', np.array([1, 2**64 - 1], dtype='>u8'))

# IDX: the header is this script's, the elements are NumPy's big-endian bytes.
CODES = {'u1': 0x08, 'i1': 0x09, 'i2': 0x0B, 'i4': 0x0C, 'f4': 0x0D, 'f8': 0x0E}


def idx(name, array, code):
    header = bytes([0, 0, code, array.ndim]) + np.array(array.shape, dtype='>u4').tobytes()
    content = header + array.tobytes()
    (here / 'idx' / name).write_bytes(content)
    (here / 'idx' / f'{name}.gz').write_bytes(gzip.compress(content, mtime=0))
    tell('idx', name, array)
    tell('idx', f'{name}.gz', array)


for dtype, code in CODES.items():
    idx(dtype, np.array(VALUES[dtype], dtype='>' + dtype).reshape(3, 2), code)
idx('labels', np.arange(10, dtype='u1'), 0x08)
idx('images', np.arange(60, dtype='u1').reshape(5, 4, 3), 0x08)

(here / 'expected.json').write_text(json.dumps(expected))
