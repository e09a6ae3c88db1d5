"""Each regularizer where layers take one."""

from ..spec import batch_normalization, case, dense, l1, l1l2, l2, layer_normalization, orthogonal, prelu


def of(name, *layers, **run):
    return case(name, [*layers, dense(3)], **run)


FORMS = {
    "l1": l1(),
    "l1 0.03": l1(0.03),
    "l2": l2(),
    "l2 0.05": l2(0.05),
    "l1l2": l1l2(0.02, 0.03),
    "l1l2 of nothing": l1l2(),
}

CASES = [
    *(of(f"kernel, {name}", dense(5, "tanh", kernelRegularizer=form)) for name, form in FORMS.items()),
    of("bias, l1", dense(5, "tanh", biasRegularizer=l1(0.03))),
    of("bias, l2", dense(5, "tanh", biasRegularizer=l2(0.05))),
    *(
        of(f"activity, {name}", dense(5, "tanh", activityRegularizer=FORMS[name]))
        for name in ("l1 0.03", "l2 0.05", "l1l2")
    ),
    of("activity of the outputs", dense(5, "tanh"), dense(4, "relu", activityRegularizer=l2(0.1))),
    of("kernel, orthogonal", dense(5, "tanh", kernelRegularizer=orthogonal())),
    of("kernel, orthogonal rows", dense(5, "tanh", kernelRegularizer=orthogonal(0.5))),
    of("kernel, orthogonal columns", dense(5, "tanh", kernelRegularizer=orthogonal(0.5, "columns"))),
    of(
        "all of one layer",
        dense(5, "tanh", kernelRegularizer=l2(0.03), biasRegularizer=l1(0.02), activityRegularizer=l1l2(0.01, 0.02)),
        validation={"rows": 9},
    ),
    of(
        "of batchNormalization",
        dense(5),
        batch_normalization(gammaRegularizer=l2(0.1), betaRegularizer=l1(0.05), momentum=0.7),
        rows=24,
        batchSize=6,
    ),
    of("of layerNormalization", dense(5), layer_normalization(gammaRegularizer=l1(0.1), betaRegularizer=l2(0.1))),
    of("of prelu", dense(5), prelu(alphaRegularizer=l2(0.2))),
    case(
        "with sample weights, which it ignores",
        [dense(5, "tanh", kernelRegularizer=l2(0.05), activityRegularizer=l2(0.05)), dense(3)],
        sampleWeight=True,
    ),
]
