"""PyTorch, eager, on one tensor of all rows. Argument: `fused` for Adam(fused=True)."""

import sys

import torch
from torch import nn

from protocol import glorot, read, serve

FUSED = "fused" in sys.argv[1:]


def build(work, initial):
    activation = {"relu": nn.ReLU, "sigmoid": nn.Sigmoid}[work.hidden]
    parts = []
    for kernel, bias in initial:
        linear = nn.Linear(*kernel.shape)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(kernel.T.copy()))
            linear.bias.copy_(torch.from_numpy(bias))
        parts += [linear, activation()]
    return nn.Sequential(*parts[:-1])


def prepare(work):
    torch.set_num_threads(work.threads)
    x, y = map(torch.from_numpy, read(work))
    initial = glorot(work)
    if work.kind != "fit":
        model = build(work, initial)
        rows = x[: work.rows if work.kind == "predict" else 1]

        @torch.inference_mode()
        def ask():
            for _ in range(work.calls):
                torch.softmax(model(rows), 1)

        return ask

    binary = work.units[-1] == 1
    if binary:
        y = y.float()[:, None]
    loss_of = nn.BCEWithLogitsLoss() if binary else nn.CrossEntropyLoss()
    if not binary:
        y = y.long()

    def start():
        model = build(work, initial)
        return model, torch.optim.Adam(model.parameters(), lr=0.001, eps=1e-7, fused=FUSED)

    model, adam = start()

    def run():
        nonlocal model, adam
        if work.fresh:
            model, adam = start()
        for _ in range(work.epochs):
            for chosen in torch.randperm(work.rows).split(work.batch):
                adam.zero_grad(set_to_none=True)
                loss_of(model(x[chosen]), y[chosen]).backward()
                adam.step()

    return run


serve(prepare)
