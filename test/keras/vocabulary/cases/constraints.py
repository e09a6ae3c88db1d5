"""Each constraint where layers take one."""

from ..spec import (
    adam,
    batch_normalization,
    case,
    dense,
    layer_normalization,
    max_norm,
    min_max_norm,
    non_neg,
    prelu,
    sgd,
    unit_norm,
)


def of(name, *layers, **run):
    return case(name, [*layers, dense(3)], **run)


FORMS = {
    "maxNorm": max_norm(),
    "maxNorm 0.8": max_norm(0.8),
    "minMaxNorm": min_max_norm(),
    "minMaxNorm 0.9 to 1.2, rate 0.6": min_max_norm(0.9, 1.2, 0.6),
    "nonNeg": non_neg(),
    "unitNorm": unit_norm(),
}

CASES = [
    *(of(f"kernel, {name}", dense(5, "tanh", kernelConstraint=form), scale=2) for name, form in FORMS.items()),
    *(of(f"bias, {name}", dense(5, "tanh", biasConstraint=form)) for name, form in FORMS.items()),
    of(
        "kernel and bias, with adam",
        dense(5, "tanh", kernelConstraint=max_norm(0.7), biasConstraint=non_neg()),
        optimizer=adam(0.02),
    ),
    of(
        "after the average of weights",
        dense(5, "tanh", kernelConstraint=max_norm(0.7)),
        optimizer=sgd(0.1, useEma=True, emaMomentum=0.7, emaOverwriteFrequency=2),
    ),
    of(
        "with gradient accumulation",
        dense(5, "tanh", kernelConstraint=min_max_norm(0.9, 1.2, 0.6)),
        optimizer=sgd(0.1, gradientAccumulationSteps=3),
    ),
    of(
        "of batchNormalization",
        dense(5),
        batch_normalization(gammaConstraint=max_norm(1.5), betaConstraint=non_neg(), momentum=0.7),
        rows=24,
        batchSize=6,
    ),
    of("of layerNormalization", dense(5), layer_normalization(gammaConstraint=unit_norm(), betaConstraint=non_neg())),
    of("of prelu", dense(5), prelu(alphaConstraint=max_norm(0.3))),
]
