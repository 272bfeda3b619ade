"""The peer of the as-of join: pandas' merge_asof on the same arrays.

Usage: merge_asof.py FOLDER ROUNDS, with the arrays as the bench writes them. Prints one line of JSON. Only the join is timed.
"""
import json
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

folder, rounds = Path(sys.argv[1]), int(sys.argv[2])


def read(name, kind):
    return np.frombuffer((folder / name).read_bytes(), dtype=kind)


left = pd.DataFrame({"time": read("left-time.f64", "<f8"), "key": read("left-key.i32", "<i4")})
right = pd.DataFrame({"time": read("right-time.f64", "<f8"), "key": read("right-key.i32", "<i4"), "value": read("right-value.f64", "<f8")})
joined = pd.merge_asof(left, right, on="time", by="key")
seconds = []
for _ in range(rounds):
    start = time.perf_counter()
    joined = pd.merge_asof(left, right, on="time", by="key")
    seconds.append(time.perf_counter() - start)
print(json.dumps({"version": pd.__version__, "seconds": seconds, "matched": int(joined["value"].notna().sum()), "sum": float(joined["value"].sum())}))
