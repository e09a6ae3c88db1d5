"""JAX: a whole run of epochs is one jitted call, a scan over its steps, with Adam by hand."""

from functools import partial

import jax
import jax.numpy as jnp

from protocol import glorot, read, serve

RATE, BETA1, BETA2, EPSILON = 0.001, 0.9, 0.999, 1e-7


def forward(hidden, layers, x):
    """The last layer before its softmax or sigmoid."""
    activate = {"relu": jax.nn.relu, "sigmoid": jax.nn.sigmoid}[hidden]
    *others, (kernel, bias) = layers
    for w, b in others:
        x = activate(x @ w + b)
    return x @ kernel + bias


def loss_of(hidden, layers, x, y):
    logits = forward(hidden, layers, x)
    if logits.shape[1] == 1:
        z = logits[:, 0]
        return jnp.mean(jnp.maximum(z, 0) - z * y + jnp.log1p(jnp.exp(-jnp.abs(z))))
    return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(logits), y[:, None], 1))


def adam(state, gradients):
    layers, m, v, step = state
    step = step + 1
    rate = RATE * jnp.sqrt(1 - BETA2**step) / (1 - BETA1**step)
    tree = jax.tree.map
    m = tree(lambda m, g: m + (g - m) * (1 - BETA1), m, gradients)
    v = tree(lambda v, g: v + (g * g - v) * (1 - BETA2), v, gradients)
    layers = tree(lambda w, m, v: w - rate * m / (jnp.sqrt(v) + EPSILON), layers, m, v)
    return layers, m, v, step


@partial(jax.jit, static_argnames=("hidden", "batch", "epochs"), donate_argnames=("state",))
def train(state, x, y, key, *, hidden, batch, epochs):
    rows = x.shape[0]
    steps = rows // batch

    def step(state, chosen):
        loss, gradients = jax.value_and_grad(partial(loss_of, hidden))(state[0], x[chosen], y[chosen])
        return adam(state, gradients), loss

    def epoch(state, key):
        order = jax.random.permutation(key, rows)
        state, losses = jax.lax.scan(step, state, order[: steps * batch].reshape(steps, batch))
        if steps * batch < rows:
            state, _ = step(state, order[steps * batch :])
        return state, losses.mean()

    if epochs == 1:
        return epoch(state, key)
    return jax.lax.scan(epoch, state, jax.random.split(key, epochs))


def prepare(work):
    x, y = map(jnp.asarray, read(work))
    initial = glorot(work)
    if work.kind != "fit":
        predict = jax.jit(lambda x: jax.nn.softmax(forward(work.hidden, layers, x)))
        layers = jax.tree.map(jnp.asarray, initial)
        rows = x[: work.rows if work.kind == "predict" else 1]

        def ask():
            for _ in range(work.calls):
                predict(rows).block_until_ready()

        return ask

    def start():
        layers = jax.tree.map(jnp.asarray, initial)
        zeros = lambda: jax.tree.map(jnp.zeros_like, layers)
        return layers, zeros(), zeros(), jnp.float32(0)

    state, key = start(), jax.random.key(42)

    def run():
        nonlocal state, key
        if work.fresh:
            state = start()
        key, now = jax.random.split(key)
        state, _ = train(state, x, y, now, hidden=work.hidden, batch=work.batch, epochs=work.epochs)
        jax.block_until_ready(state)

    return run


serve(prepare)
