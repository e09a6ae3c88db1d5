"""Writes weights of PyTorch as safetensors files, and torch.json: inputs, and what PyTorch itself predicts of them.

    python -m venv venv && venv/bin/pip install torch numpy safetensors && venv/bin/python test/formats/make_torch.py
"""

import json
from collections import OrderedDict
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn

folder = Path(__file__).parent / "files"
torch.manual_seed(1)


def settle(model):
    """Moving statistics and slopes as no initializer leaves them."""
    for module in model.modules():
        if isinstance(module, nn.BatchNorm1d):
            module.running_mean.normal_(0, 0.3)
            module.running_var.uniform_(0.5, 2)
        if isinstance(module, (nn.BatchNorm1d, nn.LayerNorm)):
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.normal_(module.bias, 0, 0.2)
        if isinstance(module, nn.PReLU):
            nn.init.uniform_(module.weight, 0.1, 0.4)
    return model.eval()


def named(**modules):
    return nn.Sequential(OrderedDict(modules))


models = {
    "sequential": nn.Sequential(nn.Linear(6, 5), nn.ReLU(), nn.Linear(5, 4), nn.ReLU(), nn.Linear(4, 3)),
    "tanh": nn.Sequential(nn.Linear(6, 5), nn.Tanh(), nn.Linear(5, 3), nn.Softmax(1)),
    "many": nn.Sequential(*[m for _ in range(6) for m in (nn.Linear(6, 6), nn.ReLU())], nn.Linear(6, 2)),
    "batch-norm": nn.Sequential(nn.Linear(6, 5), nn.BatchNorm1d(5), nn.ReLU(), nn.Dropout(), nn.Linear(5, 3)),
    "norm-behind": nn.Sequential(nn.Linear(6, 5), nn.ReLU(), nn.BatchNorm1d(5), nn.Linear(5, 3)),
    "layer-norm": nn.Sequential(nn.LayerNorm(6), nn.Linear(6, 5), nn.LayerNorm(5), nn.PReLU(), nn.Linear(5, 3)),
    "prelu": nn.Sequential(nn.Linear(6, 5, bias=False), nn.PReLU(5), nn.Linear(5, 3)),
    "named": named(fc1=nn.Linear(6, 5), act1=nn.ReLU(), fc2=nn.Linear(5, 5), act2=nn.ReLU(), fc10=nn.Linear(5, 3)),
    "nested": named(net=nn.Sequential(nn.Linear(6, 5), nn.ReLU(), nn.Linear(5, 3))),
    "unnumbered": named(hidden=nn.Linear(6, 5), act=nn.ReLU(), classifier=nn.Linear(5, 3)),
    "one": nn.Linear(6, 3),
}
dtypes = {"F16": torch.float16, "BF16": torch.bfloat16, "F64": torch.float64}

x = torch.randn(7, 6)
expected = {"x": x.tolist(), "outputs": {}}
with torch.no_grad():
    for name, model in models.items():
        settle(model)
        save_file(model.state_dict(), folder / f"torch-{name}.safetensors", metadata={"format": "pt"})
        expected["outputs"][name] = model(x).tolist()
    for name, dtype in dtypes.items():
        path = folder / f"torch-{name}.safetensors"
        model = nn.Sequential(nn.Linear(6, 5), nn.ReLU(), nn.Linear(5, 3))
        save_file({key: value.to(dtype) for key, value in model.state_dict().items()}, path)
        model.load_state_dict({key: value.float() for key, value in load_file(path).items()})
        expected["outputs"][name] = model(x).tolist()
    ambiguous = named(first=nn.Linear(5, 5), second=nn.Linear(5, 5))
    save_file(ambiguous.state_dict(), folder / "torch-ambiguous.safetensors")
    convolution = nn.Sequential(nn.Conv2d(1, 2, 3), nn.Flatten(), nn.Linear(8, 3))
    save_file(convolution.state_dict(), folder / "torch-convolution.safetensors")
numbers = torch.tensor([[0, 1, -2], [3, 100, 7]])
types = [torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool, torch.float8_e4m3fn, torch.float8_e5m2]
every = {str(dtype).removeprefix("torch."): numbers.abs().to(dtype) for dtype in types}
for dtype in ("float8_e4m3fn", "float8_e5m2"):
    every[dtype] = (torch.arange(0, 256, dtype=torch.uint8)).view(getattr(torch, dtype))
    expected[dtype] = [None if value != value or abs(value) == float("inf") else value for value in every[dtype].float().tolist()]
save_file(every, folder / "torch-dtypes.safetensors")
(folder / "torch.json").write_text(json.dumps(expected) + "\n")
