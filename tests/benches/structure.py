"""Figures of structure, concentration and survival as Python's packages and plain numpy give them.

    python tests/benches/structure.py > tests/indicators/structure/peers.json

Needs numpy, pandas, scipy, ecomplexity (RCA) and lifelines (survival). The input is the same generator as in
tests/indicators/structure/peers.rs, so that no file of values is needed.
"""

import json
import sys

import numpy as np
import pandas as pd
from scipy.stats import entropy

COUNTRIES, PRODUCTS = 20, 40


def generator(seed):
    state = seed
    while True:
        state = (1664525 * state + 1013904223) % 2**32
        yield 0.0 if (state >> 16) % 3 == 0 else float(1 + (state >> 8) % 100_000) / 8.0


def matrix(seed, height, width):
    values = generator(seed)
    return np.array([[next(values) for _ in range(width)] for _ in range(height)])


def rca_of_ecomplexity(exports):
    from ecomplexity import ecomplexity

    height, width = exports.shape
    rows = [
        {"year": 2000, "origin": f"c{c:02}", "product": f"p{p:02}", "value": exports[c, p]}
        for c in range(height)
        for p in range(width)
    ]
    names = {"time": "year", "loc": "origin", "prod": "product", "val": "value"}
    # It prints to stdout.
    out, sys.stdout = sys.stdout, sys.stderr
    table = ecomplexity(pd.DataFrame(rows), names)
    sys.stdout = out
    wide = table.pivot(index="origin", columns="product", values="rca")
    return wide.to_numpy(dtype=float)


def vollrath(x, m):
    """The loops of the definition, on purpose: every other product, every other country."""

    def relative(v):
        out = np.empty_like(v)
        for c in range(v.shape[0]):
            for p in range(v.shape[1]):
                oc, op = np.arange(v.shape[0]) != c, np.arange(v.shape[1]) != p
                out[c, p] = (v[c, p] / v[c, op].sum()) / (v[oc, p].sum() / v[np.ix_(oc, op)].sum())
        return out

    return relative(x) - relative(m)


def main():
    x, m = matrix(1, COUNTRIES, PRODUCTS), matrix(2, COUNTRIES, PRODUCTS)
    flows = matrix(3, COUNTRIES, COUNTRIES)
    np.fill_diagonal(flows, 0.0)
    sx = x / x.sum(axis=1, keepdims=True)
    sm = m / m.sum(axis=1, keepdims=True)
    world = x.sum(axis=0) / x.sum()
    found = {"rca": rca_of_ecomplexity(x)}
    found["rsca"] = (found["rca"] - 1) / (found["rca"] + 1)
    found["additive"] = sx - world
    found["normalised"] = x / x.sum() - np.outer(x.sum(axis=1), x.sum(axis=0)) / x.sum() ** 2
    balance, trade = x.sum(axis=1) - m.sum(axis=1), x.sum(axis=1) + m.sum(axis=1)
    with np.errstate(invalid="ignore"):
        term = np.nan_to_num((x - m) / (x + m)) - (balance / trade)[:, None]
    found["lafay"] = 100 * term * (x + m) / trade[:, None]
    found["vollrath_rta"] = vollrath(x, m)
    imports_of = flows.sum(axis=0)
    shares = flows / flows.sum(axis=1, keepdims=True)
    found["intensity"] = shares / (imports_of / flows.sum())
    kojima = shares / (imports_of[None, :] / (flows.sum() - imports_of)[:, None])
    np.fill_diagonal(kojima, 0.0)
    found["intensity_kojima"] = kojima
    found["complementarity"] = 100 * (1 - np.abs(sx[:, None, :] - sm[None, :, :]).sum(axis=2) / 2)
    found["similarity"] = 100 * np.minimum(sx[:, None, :], sx[None, :, :]).sum(axis=2)
    found["diversification"] = np.abs(sx - world).sum(axis=1) / 2
    apart = np.abs(x - m).sum(axis=1)
    found["grubel_lloyd"] = 1 - apart / trade
    found["grubel_lloyd_adjusted"] = (trade - apart) / (trade - np.abs(balance))
    half = trade[:, None] / 2
    found["aquino"] = 1 - np.abs(sx * half - sm * half).sum(axis=1) / trade
    herfindahl = (sx**2).sum(axis=1)
    n = PRODUCTS
    found["hhi"] = herfindahl
    found["hhi_normalised"] = (herfindahl - 1 / n) / (1 - 1 / n)
    found["unctad"] = (np.sqrt(herfindahl) - np.sqrt(1 / n)) / (1 - np.sqrt(1 / n))
    found["theil"] = np.log(n) - entropy(x, axis=1)
    sold = x > 0
    found["extensive"] = (sold * x.sum(axis=0)).sum(axis=1) / x.sum()
    found["intensive"] = x.sum(axis=1) / (sold * x.sum(axis=0)).sum(axis=1)
    members = np.arange(COUNTRIES) < 6
    inner = 2 * flows[np.ix_(members, members)].sum()
    total = flows[members].sum() + flows[:, members].sum()
    outside = flows[~members].sum() + flows[:, ~members].sum()
    hi = (inner / total) / ((total - inner) / outside)
    he = (1 - inner / total) / (1 - (total - inner) / outside)
    found["introversion"] = np.array([hi, he, (hi - he) / (hi + he)])
    found["survival"], found["survival_error"] = survival()
    figures = {name: [float(v) for v in np.ravel(values)] for name, values in found.items()}
    json.dump(figures, sys.stdout, indent=0, allow_nan=False)


def survival():
    """Spells found by pandas' run lengths, estimated by lifelines; those that began before the data dropped."""
    from lifelines import KaplanMeierFitter

    lengths, ended = [], []
    for row in matrix(4, 300, 15) > 0:
        runs = (pd.Series(row) != pd.Series(row).shift()).cumsum()
        for run in runs.unique():
            at = np.flatnonzero(runs == run)
            if row[at[0]] and at[0] > 0:
                lengths.append(len(at))
                ended.append(at[-1] + 1 < len(row))
    fit = KaplanMeierFitter().fit(lengths, ended)
    curve = fit.survival_function_["KM_estimate"].iloc[1:]
    table = fit.event_table.iloc[1:]
    d, n = table["observed"], table["at_risk"]
    greenwood = curve * np.sqrt((d / (n * (n - d))).cumsum())
    # Where none survive there is no error.
    return curve.to_numpy(), greenwood[curve > 0].to_numpy()


main()
