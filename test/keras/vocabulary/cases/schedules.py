"""Each schedule over ten steps of plain SGD, so that weights tell its rates, and with what counts steps otherwise."""

from ..spec import (
    adafactor,
    adam,
    case,
    cosine_decay,
    cosine_decay_restarts,
    dense,
    exponential_decay,
    inverse_time_decay,
    piecewise_constant_decay,
    polynomial_decay,
    sgd,
)


def of(name, optimizer):
    return case(name, [dense(5, "tanh"), dense(3)], optimizer=optimizer)


SCHEDULES = {
    "exponentialDecay": exponential_decay(0.2, 3, 0.5),
    "exponentialDecay (staircase)": exponential_decay(0.2, 3, 0.5, True),
    "inverseTimeDecay": inverse_time_decay(0.2, 3, 0.7),
    "inverseTimeDecay (staircase)": inverse_time_decay(0.2, 3, 0.7, True),
    "piecewiseConstantDecay": piecewise_constant_decay([2, 5, 7], [0.2, 0.1, 0.3, 0.05]),
    "piecewiseConstantDecay (one boundary)": piecewise_constant_decay([4], [0.02, 0.3]),
    "polynomialDecay": polynomial_decay(0.2, 6),
    "polynomialDecay (power 2, end 0.05)": polynomial_decay(0.2, 6, 0.05, 2),
    "polynomialDecay (cycle)": polynomial_decay(0.2, 3, 0.05, 0.5, True),
    "cosineDecay": cosine_decay(0.2, 6),
    "cosineDecay (alpha)": cosine_decay(0.2, 6, 0.3),
    "cosineDecay (warm-up)": cosine_decay(0.02, 5, 0.1, 0.3, 4),
    "cosineDecay (warm-up without a target)": cosine_decay(0.2, 6, warmupSteps=4),
    "cosineDecay (a target without warm-up)": cosine_decay(0.02, 6, warmupTarget=0.2),
    "cosineDecayRestarts": cosine_decay_restarts(0.2, 3),
    "cosineDecayRestarts (tMul 1, mMul 0.5)": cosine_decay_restarts(0.2, 3, 1, 0.5),
    "cosineDecayRestarts (tMul 1.5, mMul 0.7, alpha 0.1)": cosine_decay_restarts(0.2, 2, 1.5, 0.7, 0.1),
}

CASES = [
    *(of(name, sgd(schedule)) for name, schedule in SCHEDULES.items()),
    of("of momentum", sgd(exponential_decay(0.2, 3, 0.5), momentum=0.8)),
    of("of adam with weight decay", adam(cosine_decay(0.02, 8), weightDecay=0.2)),
    of("counts batches, not updates", sgd(exponential_decay(0.2, 3, 0.5), gradientAccumulationSteps=3)),
    of("of adafactor", adafactor(exponential_decay(0.6, 5, 0.5))),
]
