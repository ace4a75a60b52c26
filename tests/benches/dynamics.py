"""Figures that the tests of dynamics and prices compare with.

Needs numpy, pandas, polars, statsmodels and pyindexnum.
"""

import numpy as np, pandas as pd, polars as pl, warnings
from datetime import date
import statsmodels.api as sm
from statsmodels.tsa.filters.filtertools import convolution_filter
import pyindexnum as pin

np.set_printoptions(precision=15)


def show(name, x):
    print(name, [float(f"{v:.15g}") for v in np.atleast_1d(np.asarray(x, float))])


# prices: 5 products, 8 years
P = lambda i, t: 1 + ((7 * i + 3 * t) % 11) / 10 + i / 4
Q = lambda i, t: 2 + ((5 * i + 2 * t) % 7) + t / 3
T, N = 8, 5
rows = [(f"p{i}", date(2000 + t, 1, 1), P(i, t), Q(i, t)) for t in range(T) for i in range(N)]
df = pl.DataFrame(rows, schema=["product_id", "period", "aggregated_price", "aggregated_quantity"], orient="row")
for f in ["laspeyres", "paasche", "fisher", "tornqvist", "walsh"]:
    fn = getattr(pin, f)
    fixed = []
    links = []
    for t in range(1, T):
        sub = df.filter(pl.col("period").is_in([date(2000, 1, 1), date(2000 + t, 1, 1)]))
        fixed.append(fn(sub))
        links.append(fn(df.filter(pl.col("period").is_in([date(1999 + t, 1, 1), date(2000 + t, 1, 1)]))))
    fix = (
        [x if isinstance(x, float) else float(x["index_value"][-1]) for x in fixed]
        if not isinstance(fixed[0], float)
        else fixed
    )
    lin = (
        [x if isinstance(x, float) else float(x["index_value"][-1]) for x in links]
        if not isinstance(links[0], float)
        else links
    )
    show(f + " fixed", fix)
    show(f + " chained", np.cumprod(lin))
show("geks fisher", pin.geks_fisher(df)["index_value"])
show("geks tornqvist", pin.geks_tornqvist(df)["index_value"])
# unbalanced: p1 missing in 2002, p3 from 2004 on
un = df.filter(
    ~((pl.col("product_id") == "p1") & (pl.col("period") == date(2002, 1, 1)))
    & ~((pl.col("product_id") == "p3") & (pl.col("period") < date(2004, 1, 1)))
)
warnings.simplefilter("ignore")
show("geks fisher unbalanced", pin.geks_fisher(un, balanced=False)["index_value"])
show("geks tornqvist unbalanced", pin.geks_tornqvist(un, balanced=False)["index_value"])

# monthly series
idx = pd.period_range("2018-01", "2021-12", freq="M")
v = np.array([100 + 2 * k + 15 * ((5 * k) % 12) + ((k * k) % 17) for k in range(48)], float)
s = pd.Series(v, idx)
gap = s.drop([idx[7], idx[20]]).reindex(idx)
show("trail12 last", s.rolling(12).mean().iloc[[11, 12, 47]])
show("trail12 gap min10", gap.rolling(12, min_periods=10).mean().iloc[[11, 20, 31, 32]])
w = np.r_[0.5, np.ones(11), 0.5] / 12
show("2x12", convolution_filter(v, w)[[6, 7, 41]])
show("centred5", s.rolling(5, center=True).mean().iloc[[2, 3, 45]])
yoy = (s / s.shift(12) - 1) * 100
show("yoy", yoy.iloc[[12, 30, 47]])
ytd = s.groupby(idx.year).cumsum()
show("ytd", ((ytd / ytd.shift(12) - 1) * 100).iloc[[12, 20, 47]])
g = yoy.dropna()
show(
    "vol yoy mean sd mad",
    [g.mean(), g.std(), 1.4826 * np.median(abs(g - g.median())), g.std() / abs(g.mean()), g.median(), g.min(), g.max()],
)
lg = (np.log(s) - np.log(s.shift(1))).dropna() * 100
show("vol log mom", [lg.mean(), lg.std()])
yg = (gap / gap.shift(12) - 1) * 100
yg = yg.dropna()
show("vol gap", [len(yg), yg.mean(), yg.std()])
show("season mean growth", g.groupby(g.index.month).mean().iloc[[0, 6, 11]])
show(
    "season index", (s / s.groupby(s.index.year).transform("mean") * 100).groupby(s.index.month).mean().iloc[[0, 6, 11]]
)
# instability
y = np.array([1.76, 2.2, 2.6, 3.3, 5.0, 7.36, 7.53])
t = np.arange(2003, 2010)
cv = 100 * y.std(ddof=1) / y.mean()
for name, h in [("linear", y), ("exp", np.log(y))]:
    r = sm.OLS(h, sm.add_constant(t)).fit()
    show("cuddy " + name, [cv, r.rsquared_adj, cv * np.sqrt(1 - r.rsquared_adj)])
# outliers
r = np.array([1, 2, 1.1, 0.5, 0.9, 10, 1.3, 0.6, 0.2, 0.05])
lr = np.log(r)
q = np.quantile(lr, [0.25, 0.5, 0.75])
print("quartile", np.where((lr > q[1] + 2.5 * (q[2] - q[1])) | (lr < q[1] - 2.5 * (q[1] - q[0])))[0])
print("fences", np.where((lr > q[2] + 1.5 * (q[2] - q[0])) | (lr < q[0] - 1.5 * (q[2] - q[0])))[0])
mad = 1.4826 * np.median(abs(lr - q[1]))
print("robust z", np.where(abs(lr - q[1]) / mad > 2.5)[0])
vals = np.array([100, 1, 50, 400, 20, 3, 80, 60, 10, 2.0])
v1 = vals * r
med = np.median(r)
e = np.where(r >= med, r / med - 1, 1 - med / r) * np.maximum(vals, v1) ** 0.5
eq = np.quantile(e, [0.25, 0.5, 0.75])
d1 = max(eq[1] - eq[0], abs(0.05 * eq[1]))
d3 = max(eq[2] - eq[1], abs(0.05 * eq[1]))
print(
    "hb",
    np.where((e < eq[1] - 4 * d1) | (e > eq[1] + 4 * d3))[0],
    np.where((e < eq[1] - 2 * d1) | (e > eq[1] + 2 * d3))[0],
)
# constant market share, 3 products x 4 markets, by pandas
X0 = np.array([[10 + ((3 * k + 5 * j) % 7) for j in range(4)] for k in range(3)], float)
X1 = np.array([[12 + ((4 * k + 3 * j) % 9) for j in range(4)] for k in range(3)], float)
W0 = np.array([[200 + ((11 * k + 17 * j) % 23) * 9 for j in range(4)] for k in range(3)], float)
W1 = np.array([[260 + ((13 * k + 7 * j) % 19) * 11 for j in range(4)] for k in range(3)], float)


def cms(X0, X1, W0, W1):
    d = pd.DataFrame(
        [(k, j, X0[k, j], X1[k, j], W0[k, j], W1[k, j]) for k in range(3) for j in range(4)], columns=list("kjxXwW")
    )
    g = d.W.sum() / d.w.sum() - 1
    gk = d.k.map(d.groupby("k").W.sum() / d.groupby("k").w.sum() - 1)
    gj = d.j.map(d.groupby("j").W.sum() / d.groupby("j").w.sum() - 1)
    gkj = d.W / d.w - 1
    ds = d.X / d.W - d.x / d.w
    return dict(
        world=g * d.x.sum(),
        product=((gk - g) * d.x).sum(),
        market=((gkj - gk) * d.x).sum(),
        market2=((gj - g) * d.x).sum(),
        product2=((gkj - gj) * d.x).sum(),
        mixed=((gkj - gk - gj + g) * d.x).sum(),
        share=(ds * d.w).sum(),
        inter=(ds * (d.W - d.w)).sum(),
        total=(d.X - d.x).sum(),
    )


print("cms", {k: float(f"{v:.15g}") for k, v in cms(X0, X1, W0, W1).items()})
b = cms(X1, X0, W1, W0)
print("cms backwards (negate)", {k: float(f"{-v:.15g}") for k, v in b.items()})
print("cms rest", {k: float(f"{v:.15g}") for k, v in cms(X0, X1, W0 - X0, W1 - X1).items()})
# regularity of months on the month before
d = np.sign(np.diff(v))
runs = (pd.Series(d) != pd.Series(d).shift()).cumsum()
lengths = pd.DataFrame({"sign": d, "run": runs}).groupby("run").agg(sign=("sign", "first"), n=("sign", "size"))
print(
    "monthly signs",
    (d > 0).sum(),
    (d < 0).sum(),
    (d == 0).sum(),
    "longest",
    lengths.groupby("sign").n.max().to_dict(),
    "reversals",
    (d[1:] * d[:-1] < 0).sum(),
    "directness",
    abs(v[-1] - v[0]) / abs(np.diff(v)).sum(),
)
