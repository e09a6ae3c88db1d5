"""Writes digits-8x8.json: 300 of the digits that scikit-learn ships, by other people than MNIST's.

pip install scikit-learn==1.9.1 numpy==2.4.6; python test/digits/make_digits_8x8.py

Every sixth image of load_digits, 8 x 8 pixels of 0 (paper) to 16 (ink), base64, with its label.
"""

import base64
import json
import pathlib

from sklearn.datasets import load_digits

data = load_digits()
images, labels = data.images[::6].astype("u1"), data.target[::6]
content = {"labels": labels.tolist(), "images": base64.b64encode(images.tobytes()).decode()}
pathlib.Path(__file__).with_name("digits-8x8.json").write_text(json.dumps(content) + "\n")
