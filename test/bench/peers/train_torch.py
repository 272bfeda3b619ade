"""The peer of the training rows: the same nets, data, batches and epochs in PyTorch, on one thread.

Usage: train_torch.py FOLDER, with x.f32, y.f32 and nets.json as the bench writes them. Says a line of JSON once it is warm, then one for
each line that it reads: each net trained once.
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
plan = json.loads((folder / "nets.json").read_text())
rows, features, batch = plan["rows"], plan["features"], plan["batch"]


def read(name, shape):
    numbers = array("f")
    numbers.frombytes((folder / name).read_bytes())
    return torch.tensor(numbers, dtype=torch.float32).reshape(shape)


x = read("x.f32", (rows, features))
y = read("y.f32", (rows, 1))


def build(hidden):
    layers, width = [], features
    for units in hidden:
        layers += [nn.Linear(width, units), nn.ReLU()]
        width = units
    layers.append(nn.Linear(width, 1))
    for layer in layers:
        if isinstance(layer, nn.Linear):
            nn.init.xavier_normal_(layer.weight)
            nn.init.zeros_(layer.bias)
    return nn.Sequential(*layers)


def train(net):
    """One training; returns its seconds and the mean loss of its last epoch."""
    optimizer = torch.optim.Adam(net.parameters(), lr=plan["rate"])
    cost = nn.BCEWithLogitsLoss()
    start = time.perf_counter()
    for _ in range(plan["epochs"]):
        losses = []
        order = torch.randperm(rows)
        for first in range(0, rows, batch):
            chosen = order[first:first + batch]
            optimizer.zero_grad()
            loss = cost(net(x[chosen]), y[chosen])
            loss.backward()
            optimizer.step()
            # The lab reads the loss back after each batch too.
            losses.append(loss.item())
    return time.perf_counter() - start, sum(losses) / len(losses)


def blas():
    """The library that multiplies the matrices: one without vector code is many times slower. Told on Linux only."""
    try:
        loaded = {str(Path(line.split()[-1]).resolve()) for line in open("/proc/self/maps") if "blas" in line or "mkl" in line}
    except OSError:
        return None
    if any("openblas" in name for name in loaded):
        return "OpenBLAS"
    if torch.backends.mkl.is_available() or any("mkl" in name for name in loaded):
        return "MKL"
    return "the reference BLAS, slow" if loaded else None


def round_():
    """Each net trained once: its seconds and its last loss."""
    found = {}
    for spec in plan["nets"]:
        seconds, loss = train(build(spec["hidden"]))
        found[spec["name"]] = {"seconds": seconds, "loss": loss}
    return found


torch.manual_seed(7)
round_()
print(json.dumps({"version": torch.__version__, "blas": blas()}), flush=True)
for _ in sys.stdin:
    print(json.dumps(round_()), flush=True)
