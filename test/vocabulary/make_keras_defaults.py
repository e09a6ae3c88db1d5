"""Writes keras-defaults.json: the options of Keras's classes with their defaults, and the names it knows, for
vocabulary.test.ts to compare.

    /tmp/venv/bin/python test/vocabulary/make_keras_defaults.py
"""

import inspect
import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"

import keras

NAMES = {
    "layers": "InputLayer Dense Activation Dropout BatchNormalization LayerNormalization GaussianNoise GaussianDropout "
    "Rescaling Flatten Reshape LeakyReLU PReLU ELU Softmax Normalization",
    "activations": "linear sigmoid hard_sigmoid tanh relu relu6 leaky_relu elu selu gelu silu swish mish softplus "
    "softsign exponential softmax log_softmax",
    "initializers": "Zeros zeros Ones Constant RandomUniform random_uniform RandomNormal TruncatedNormal VarianceScaling "
    "GlorotUniform glorot_uniform GlorotNormal HeUniform HeNormal he_normal LecunUniform LecunNormal Orthogonal "
    "OrthogonalInitializer Identity IdentityInitializer",
    "regularizers": "L1 l1 L2 l2 L1L2 l1_l2 OrthogonalRegularizer orthogonal_regularizer",
    "constraints": "MaxNorm max_norm MinMaxNorm NonNeg non_neg UnitNorm",
    "optimizers.schedules": "CosineDecay CosineDecayRestarts ExponentialDecay InverseTimeDecay PiecewiseConstantDecay "
    "PolynomialDecay",
    "optimizers": "SGD RMSprop Adagrad Adadelta Adam AdamW Adamax Nadam Ftrl Lion Adafactor",
    "losses": "BinaryCrossentropy CategoricalCrossentropy SparseCategoricalCrossentropy BinaryFocalCrossentropy "
    "CategoricalFocalCrossentropy MeanSquaredError MeanAbsoluteError MeanAbsolutePercentageError "
    "MeanSquaredLogarithmicError Huber LogCosh Hinge SquaredHinge CategoricalHinge KLDivergence Poisson CosineSimilarity",
    "metrics": "BinaryAccuracy CategoricalAccuracy SparseCategoricalAccuracy TopKCategoricalAccuracy "
    "SparseTopKCategoricalAccuracy Precision Recall F1Score AUC RootMeanSquaredError BinaryCrossentropy "
    "CategoricalCrossentropy SparseCategoricalCrossentropy MeanSquaredError MeanAbsoluteError "
    "MeanAbsolutePercentageError MeanSquaredLogarithmicError LogCoshError Hinge SquaredHinge CategoricalHinge "
    "KLDivergence Poisson CosineSimilarity",
}

# Names that `get` knows besides those.
SHORT_NAMES = {
    "losses": "bce BCE kld KLD mae MAE mse MSE mape MAPE msle MSLE mean_squared_error kl_divergence log_cosh",
    "metrics": "bce BCE mae MAE mse MSE mape MAPE msle MSLE auc f1_score",
    "optimizers": "sgd rmsprop adagrad adadelta adam adamw adamax nadam ftrl lion adafactor",
}


def defaults(made):
    """The defaults of a class's or a function's options; those that must be given have none."""
    parameters = inspect.signature(made).parameters.values()
    return {p.name: p.default for p in parameters if p.default is not p.empty}


rooms = {}
for room, names in NAMES.items():
    module = keras
    for part in room.split("."):
        module = getattr(module, part)
    rooms[room.split(".")[-1]] = {name: defaults(getattr(module, name)) for name in names.split()}
for room, names in SHORT_NAMES.items():
    for name in names.split():
        assert getattr(keras, room).get(name) is not None
metric_names = {}
for name in NAMES["metrics"].split():
    keras.backend.clear_session()  # or the second AUC is auc_1
    metric_names[name] = getattr(keras.metrics, name)().name

path = Path(__file__).parent / "keras-defaults.json"
short = {room: names.split() for room, names in SHORT_NAMES.items()}
content = {"keras": keras.__version__, "rooms": rooms, "shortNames": short, "metricNames": metric_names}
path.write_text(json.dumps(content, indent=1) + "\n")
