"""The peer of the face recogniser's row: the same net, faces, batches and epochs in PyTorch, on one thread.

Usage: train_torch_faces.py FOLDER, with x.f32, y.i32 and net.json as the bench writes them. Says a line of JSON once it is warm, then one
for each line that it reads: the net trained once.
"""
import json
import sys
import time
from array import array
from pathlib import Path

import torch
from torch import nn

torch.set_num_threads(1)
folder = Path(sys.argv[1])
plan = json.loads((folder / "net.json").read_text())
rows, batch = plan["rows"], plan["batch"]


def read(name, code, kind):
    numbers = array(code)
    numbers.frombytes((folder / name).read_bytes())
    return torch.tensor(numbers, dtype=kind)


# The lab keeps the colours last; PyTorch wants them first.
x = read("x.f32", "f", torch.float32).reshape(rows, 32, 32, 3).permute(0, 3, 1, 2).contiguous()
y = read("y.i32", "i", torch.int64)


class SameStride2(nn.Module):
    """TensorFlow's "same" padding for a step of two on an even side: one row and column, after the picture."""

    def forward(self, pictures):
        return nn.functional.pad(pictures, (0, 1, 0, 1))


def build():
    first, second = plan["filters"]
    net = nn.Sequential(
        SameStride2(), nn.Conv2d(3, first, 3, stride=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(first, second, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(second * 16, plan["features"]), nn.ReLU(), nn.Linear(plan["features"], 10),
    )
    for layer in net:
        if isinstance(layer, (nn.Conv2d, nn.Linear)):
            nn.init.kaiming_normal_(layer.weight)
            nn.init.zeros_(layer.bias)
    return net


def train(net):
    """One training; returns its seconds and the mean loss of its last epoch."""
    optimizer = torch.optim.Adam(net.parameters(), lr=plan["rate"])
    cost = nn.CrossEntropyLoss()
    start = time.perf_counter()
    for _ in range(plan["epochs"]):
        losses = []
        order = torch.randperm(rows)
        for at in range(0, rows, batch):
            chosen = order[at:at + batch]
            optimizer.zero_grad()
            loss = cost(net(x[chosen]), y[chosen])
            loss.backward()
            optimizer.step()
            # The lab reads the loss back after each batch too.
            losses.append(loss.item())
    return time.perf_counter() - start, sum(losses) / len(losses)


torch.manual_seed(7)
train(build())
print(json.dumps({"version": torch.__version__}), flush=True)
for _ in sys.stdin:
    seconds, loss = train(build())
    print(json.dumps({"seconds": seconds, "loss": loss}), flush=True)
