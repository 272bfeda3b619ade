"""The peer of the as-of join: pandas' merge_asof on the same arrays.

Usage: merge_asof.py FOLDER, with the arrays as the bench writes them. Says a line of JSON once it is warm, then one for each line that
it reads. Only the join is timed.
"""
import json
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

folder = Path(sys.argv[1])


def read(name, kind):
    return np.frombuffer((folder / name).read_bytes(), dtype=kind)


left = pd.DataFrame({"time": read("left-time.f64", "<f8"), "key": read("left-key.i32", "<i4")})
right = pd.DataFrame({"time": read("right-time.f64", "<f8"), "key": read("right-key.i32", "<i4"), "value": read("right-value.f64", "<f8")})
pd.merge_asof(left, right, on="time", by="key")
print(json.dumps({"version": pd.__version__}), flush=True)
for _ in sys.stdin:
    start = time.perf_counter()
    joined = pd.merge_asof(left, right, on="time", by="key")
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "matched": int(joined["value"].notna().sum()), "sum": float(joined["value"].sum())}), flush=True)
