#!/usr/bin/env python3
"""Pits `bilat measure` against pandas and py-ecomplexity on the same file, and checks that all agree.

    cargo build --release
    measures.py --bilat target/release/bilat --python VENV/bin/python

VENV holds `pip install pandas ecomplexity`. Whole processes are timed, reading the file and writing the
result included; engines take turns. 226 exporters by 785 products are made up in the shape of world trade:
able countries sell nearly everything, difficult products are sold by few.
"""

import argparse
import csv
import io
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

TOLERANCE = {"rca": 1e-9, "hhi": 1e-9, "esi": 1e-9}
SCORES = 1e-6  # of what is standardised
PANDAS = """
import pandas as pd, sys
job, file, out = sys.argv[1:]
x = pd.read_csv(file, dtype={"product": str})
if job == "rca":
    total = x.value.sum()
    x["figure"] = (x.value / x.groupby("exporter").value.transform("sum")) / (x.groupby("product").value.transform("sum") / total)
    x = x[x.value > 0]
    x[["exporter", "product", "figure"]].to_csv(out, index=False)
elif job == "hhi":
    share = x.value / x.groupby("exporter").value.transform("sum")
    (share ** 2).groupby(x.exporter).sum().rename("figure").to_csv(out)
else:
    wide = x.pivot(index="exporter", columns="product", values="value").fillna(0)
    share = wide.div(wide.sum(axis=1), axis=0).to_numpy()
    names, rows = list(wide.index), []
    import numpy as np
    for i, name in enumerate(names):
        for j, figure in enumerate(np.minimum(share[i], share).sum(axis=1) * 100):
            if i != j:
                rows.append((name, names[j], figure))
    pd.DataFrame(rows, columns=["exporter", "other", "figure"]).to_csv(out, index=False)
"""
ECOMPLEXITY = """
import pandas as pd, sys, warnings
warnings.filterwarnings("ignore")
from ecomplexity import ecomplexity
job, file, out = sys.argv[1:]
x = pd.read_csv(file, dtype={"product": str})
found = ecomplexity(x, {"time": "year", "loc": "exporter", "prod": "product", "val": "value"}, verbose=False)
keys = {"eci": ["exporter"], "coi": ["exporter"], "pci": ["product"]}.get(job, ["exporter", "product"])
found = found[keys + [job]].dropna().drop_duplicates(keys).rename(columns={job: "figure"})
found.to_csv(out, index=False)
"""
NAMES = {
    "rca": "revealed_advantage", "hhi": "hhi", "esi": "export_similarity", "eci": "economic_complexity",
    "pci": "product_complexity", "density": "density", "coi": "complexity_outlook", "cog": "outlook_gain",
}
PEERS = {"rca": PANDAS, "hhi": PANDAS, "esi": PANDAS}


def trade(path, countries, products, seed):
    dice = random.Random(seed)
    ability = sorted((dice.gauss(0, 1.2) for _ in countries), reverse=True)
    difficulty = sorted(dice.gauss(0.8, 1.2) for _ in range(products))
    with open(path, "w") as out:
        out.write("year,exporter,importer,product,value\n")
        for country, able in zip(countries, ability):
            for product, hard in enumerate(difficulty):
                if dice.random() < 1 / (1 + math.exp(-2.5 * (able - hard))) or product == 0:
                    value = math.exp(14 + 1.3 * able + dice.gauss(0, 1.5))
                    out.write(f"2020,{country},WLD,{product + 1000},{value:.2f}\n")


def run(words):
    begun = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    text = process.stdout.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{words[0]} {words[-3:]}: exit {process.returncode}")
    return text, time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def figures(text, column):
    found = {}
    for row in csv.DictReader(io.StringIO(text)):
        if row[column]:
            key = tuple(row.get(name) or "" for name in ("exporter", "product", "other"))
            found[key] = float(row[column])
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bilat", required=True)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--products", type=int, default=785)
    options = parser.parse_args()
    listed = subprocess.run([options.bilat, "countries", "--format", "csv", "-q"], capture_output=True, text=True, check=True)
    codes = sorted(row["code"] for row in csv.DictReader(io.StringIO(listed.stdout)) if row["kind"] == "country")[:226]
    print("| measure | peer | bilat s | peer s | times faster | bilat MiB | peer MiB | largest difference |\n|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        file, out = f"{folder}/trade.csv", f"{folder}/out.csv"
        trade(file, codes, options.products, 7)
        for job, column in NAMES.items():
            peer = PEERS.get(job, ECOMPLEXITY)
            met = []
            for _ in range(options.rounds):
                ours, wall, _, peak = run([options.bilat, "measure", job, "--data", file, "--format", "csv", "-q"])
                _, peer_wall, _, peer_peak = run([options.python, "-c", peer, job, file, out])
                met.append((wall, peer_wall, peak, peer_peak))
            with open(out) as opened:
                theirs = figures(opened.read(), "figure")
            ours = figures(ours, column)
            both = ours.keys() & theirs.keys()
            worst = max(abs(ours[key] - theirs[key]) / max(1.0, abs(theirs[key])) for key in both)
            if len(both) < 0.99 * min(len(ours), len(theirs)) or worst > TOLERANCE.get(job, SCORES):
                sys.exit(f"{job}: {len(ours)} and {len(theirs)} figures, {len(both)} in common, worst {worst}")
            wall, peer_wall, peak, peer_peak = (statistics.median(column) for column in zip(*met))
            name = "pandas" if peer is PANDAS else "py-ecomplexity"
            print(f"| {job} | {name} | {wall:.3f} | {peer_wall:.3f} | {peer_wall / wall:.1f} | {peak:.0f} | {peer_peak:.0f} | {worst:.1e} |", flush=True)


if __name__ == "__main__":
    main()
