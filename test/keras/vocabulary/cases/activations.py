"""Each activation: of a dense layer, as a layer of its own, and of the outputs."""

from ..spec import ACTIVATIONS, activation, case, dense, elu, gelu, leaky_relu, sgd

OPTIONS = {"leakyRelu(0.05)": leaky_relu(0.05), "elu(0.7)": elu(0.7), "gelu(approximate)": gelu(True)}
ALL = {name: make() for name, make in ACTIVATIONS.items()} | OPTIONS


def inside(name, layers, kind):
    """With larger weights, but where those explode."""
    steep = kind["type"] in ("linear", "exponential", "logSoftmax")
    return case(name, layers, optimizer=sgd(0.01 if steep else 0.1), scale=1 if steep else 2)


CASES = [
    *(inside(f"dense {name}", [dense(5, kind), dense(4, kind), dense(3)], kind) for name, kind in ALL.items()),
    *(
        inside(
            f"activation {name}",
            [dense(5), activation(kind), dense(4, useBias=False), activation(kind), dense(3)],
            kind,
        )
        for name, kind in ALL.items()
    ),
    *(case(f"outputs {name}", [dense(5, "tanh"), dense(3, kind)], scale=1.5) for name, kind in ALL.items()),
    case("saturated", [dense(5, "sigmoid"), dense(4, "tanh"), dense(3, "softplus")], scale=12),
    case("beyond 6", [dense(5, "relu6"), dense(4, "hardSigmoid"), dense(3)], scale=12),
]
