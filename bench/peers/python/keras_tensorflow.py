"""Keras on TensorFlow: `fit` and `predict` as most programs call them."""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import tensorflow as tf

from protocol import glorot, read, serve


def prepare(work):
    set_threads(work.threads)
    x, y = read(work)
    keras.backend.clear_session()
    *hidden, last = work.units[1:]
    layers = [keras.layers.Dense(units, activation=work.hidden) for units in hidden]
    layers.append(keras.layers.Dense(last, activation="sigmoid" if last == 1 else "softmax"))
    model = keras.Sequential([keras.Input((work.units[0],)), *layers])
    initial = [array for layer in glorot(work) for array in layer]
    model.set_weights(initial)
    if work.kind != "fit":
        rows = x[: work.rows if work.kind == "predict" else 1]

        def ask():
            for _ in range(work.calls):
                model.predict(rows, batch_size=max(32, len(rows)), verbose=0)

        return ask

    loss = "binary_crossentropy" if last == 1 else "sparse_categorical_crossentropy"
    model.compile(optimizer=keras.optimizers.Adam(0.001), loss=loss)

    def run():
        if work.fresh and model.optimizer.built:
            model.set_weights(initial)
            for variable in model.optimizer.variables:
                if variable is not model.optimizer.learning_rate:
                    variable.assign(keras.ops.zeros_like(variable))
        model.fit(x, y, batch_size=work.batch, epochs=work.epochs, verbose=0)

    return run


def set_threads(threads):
    if tf.config.threading.get_intra_op_parallelism_threads() != threads:
        tf.config.threading.set_intra_op_parallelism_threads(threads)
        tf.config.threading.set_inter_op_parallelism_threads(threads)


serve(prepare)
