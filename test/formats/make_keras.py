"""Writes files/*.keras and *.h5 as Keras 3 and Keras 2 do, keras.json with what each predicts, and keras.onnx.

    python -m venv venv && venv/bin/pip install -r requirements.txt && venv/bin/python make_keras.py

If files/ours.keras and files/ours-compiled.jsonl are there, which keras.test.ts writes, Keras loads them, and what it
makes of them is noted too.
"""

import hashlib
import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
import tf_keras

folder = pathlib.Path(__file__).parent / "files"
random = np.random.default_rng(1)
noted = {}


def shaken(model):
    """Weights as no initializer leaves them; variances stay above zero."""
    arrays = [random.normal(0.1, 0.5, w.shape).astype(w.dtype) for w in model.get_weights()]
    names = [w.path if hasattr(w, "path") else w.name for w in model.weights]
    model.set_weights([np.abs(a) + 0.1 if "variance" in n else a for n, a in zip(names, arrays)])
    for layer in model.layers:
        if hasattr(layer, "finalize_state"):  # a Normalization takes its weights at this word only
            layer.finalize_state()
    return model


def note(name, model, shape):
    x = random.normal(0, 1, (7, *shape)).astype("float32")
    y = np.asarray(model.predict(x, verbose=0), "float64")
    noted[name] = {"x": x.reshape(7, -1).tolist(), "shape": list(x.shape), "y": y.tolist()}


def every(k, old):
    """A model of every layer, activation, initializer, regularizer and constraint that there is on both sides."""
    L, R, C = k.layers, k.regularizers, k.constraints
    names = "sigmoid tanh relu relu6 elu selu gelu silu softplus softsign mish".split()
    names += [] if old else "hard_sigmoid leaky_relu log_softmax".split()
    limits = dict(
        kernel_initializer=k.initializers.VarianceScaling(2.0, "fan_avg", "untruncated_normal", seed=3),
        bias_initializer="ones",
        kernel_regularizer=R.L1L2(0.01, 0.02),
        bias_regularizer="l2",
        kernel_constraint=C.MinMaxNorm(0.1, 3.0, 0.5),
        bias_constraint="non_neg",
    )
    return k.Sequential(
        [
            *([] if old else [L.Input((2, 3))]),
            L.Rescaling(0.5, offset=-0.25, **({"input_shape": (2, 3)} if old else {})),
            L.Flatten(),
            L.Normalization(),
            L.Dense(6, **limits),
            L.BatchNormalization(momentum=0.9, epsilon=0.01),
            L.LayerNormalization(scale=False),
            L.Dropout(0.25),
            L.GaussianNoise(0.1),
            L.GaussianDropout(0.1),
            L.PReLU(alpha_constraint=C.MaxNorm(3)),
            L.Dense(5, use_bias=False, kernel_regularizer=R.OrthogonalRegularizer(0.02, "columns")),
            L.LeakyReLU(0.1),
            L.ELU(0.7),
            L.ReLU(),
            L.ReLU(6.0),
            L.Dense(4, activation=names[0]),
            *[L.Activation(name) for name in names[1:]],
            L.Activation("exponential"),
            L.BatchNormalization(center=False),
            L.Reshape((2, 2)),
            L.Flatten(),
            L.Dense(3, kernel_initializer="orthogonal"),
            L.Softmax(),
        ],
        name="every",
    )


def plain(k, name, **told):
    """A graph that is a chain."""
    x = k.Input((4,), name="digits")
    y = k.layers.Dense(5, activation="relu", name="first")(x)
    y = k.layers.BatchNormalization()(y)
    y = k.layers.Normalization(**told)(y)
    y = k.layers.Dense(2, activation="softmax", name="last")(y)
    return k.Model(x, y, name=name)


told = {"mean": [1, 2, 3, 4, 5], "variance": [2, 2, 3, 4, 0.5]}

model = shaken(every(keras, False))
model.compile(
    keras.optimizers.AdamW(keras.optimizers.schedules.CosineDecay(0.1, 100, warmup_target=0.2, warmup_steps=5)),
    keras.losses.CategoricalCrossentropy(label_smoothing=0.1),
    metrics=["accuracy", keras.metrics.AUC(), keras.metrics.Precision(0.3)],
    weighted_metrics=["mse"],
)
note("keras-3-every.keras", model, (2, 3))
model.save(folder / "keras-3-every.keras")

model = shaken(plain(keras, "chain", **told))
model.compile("sgd", "mse", metrics=["mae"])
note("keras-3-chain.keras", model, (4,))
model.save(folder / "keras-3-chain.keras")
noted["keras-3-chain.h5"] = noted["keras-3-chain.keras"]
model.save(folder / "keras-3-chain.h5")
model = shaken(plain(keras, "weights"))
note("keras-3.weights.h5", model, (4,))
model.save_weights(folder / "keras-3.weights.h5")

model = shaken(every(tf_keras, True))
model.compile(
    tf_keras.optimizers.RMSprop(0.01, clipnorm=1.0), "sparse_categorical_crossentropy", metrics=["accuracy"]
)
model.fit(np.zeros((4, 2, 3)), np.zeros(4), verbose=0, epochs=1)
shaken(model)
note("keras-2-every.h5", model, (2, 3))
model.save(folder / "keras-2-every.h5")

model = shaken(plain(tf_keras, "chain", **told))
note("keras-2-chain.h5", model, (4,))
model.save(folder / "keras-2-chain.h5")
noted["keras-2-chain.keras"] = noted["keras-2-chain.h5"]
model.save(folder / "keras-2-chain.keras")
model = shaken(plain(tf_keras, "weights"))
note("keras-2-weights.h5", model, (4,))
model.save_weights(folder / "keras-2-weights.h5", save_format="h5")

ours = folder / "ours.keras"
if ours.exists():
    model = keras.models.load_model(ours)
    note("ours.keras", model, (2, 3))
    noted["ours.keras"]["sha256"] = hashlib.sha256(ours.read_bytes()).hexdigest()
    noted["ours.keras"]["layers"] = [layer.__class__.__name__ for layer in model.layers]
    noted["ours.keras"]["optimizer"] = model.optimizer.__class__.__name__

# Of what Keras has tf2onnx lacks gelu, and makes inputs of the statistics of a Normalization.
L = keras.layers
names = "sigmoid tanh relu relu6 elu selu silu softplus softsign mish hard_sigmoid leaky_relu log_softmax"
model = keras.Sequential(
    [
        L.Input((2, 3)),
        L.Rescaling(0.5, offset=-0.25),
        L.Flatten(),
        L.Dense(6),
        L.BatchNormalization(momentum=0.9, epsilon=0.01),
        L.LayerNormalization(),
        L.Dropout(0.25),
        L.PReLU("random_normal"),
        L.Dense(5, use_bias=False),
        L.LeakyReLU(0.1),
        L.ELU(0.7),
        L.LayerNormalization(scale=False, epsilon=0.1),
        *[L.Activation(name) for name in names.split()],
        L.Dense(4, activation="exponential"),
        L.Reshape((2, 2)),
        L.Flatten(),
        L.Dense(3),
        L.Softmax(),
    ]
)
model.set_weights([np.abs(random.normal(0.1, 0.5, w.shape)) for w in model.get_weights()])
model.predict(np.zeros((1, 2, 3)), verbose=0)
model.export(folder / "keras.onnx", format="onnx", verbose=False)

compiled = folder / "ours-compiled.jsonl"
if compiled.exists():
    models = [keras.saving.deserialize_keras_object(config) for config in map(json.loads, compiled.open())]
    texts = [json.dumps(keras.saving.serialize_keras_object(model)) for model in models]
    (folder / "keras-compiled.jsonl").write_text("\n".join(texts) + "\n")
    digest = hashlib.sha256(compiled.read_bytes()).hexdigest()
    noted["compiled"] = {"sha256": digest, "models": sum(model.compiled for model in models)}

(folder.parent / "keras.json").write_text(json.dumps(noted) + "\n")
