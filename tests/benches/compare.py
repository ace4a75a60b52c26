#!/usr/bin/env python3
"""Pits bilat against DuckDB, polars and grep with mawk on the same files, and checks that all agree.

    rustc -O tests/benches/baci_shaped.rs -o baci_shaped && ./baci_shaped big 6000000 2001..2003
    cargo build --release
    compare.py --bilat target/release/bilat --python VENV/bin/python --duckdb VENV/bin/duckdb big/*.csv

VENV holds `pip install duckdb duckdb-cli polars`. The engines take turns within each round, so that
a busy machine is busy for all of them. What is told is the median CPU time (user and system) of the
whole process, the median of the ratios of a round, and the peak memory. Files are read once before,
so that all find them in the page cache. Nothing but the standard library runs in this process.
"""

import argparse
import csv
import io
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# Bases below a million dollars are left out of growth.
BASE = 1_000_000
SCHEMA = "{'t':'SMALLINT','i':'SMALLINT','j':'SMALLINT','k':'VARCHAR','v':'DOUBLE','q':'VARCHAR'}"
DOLLARS = "cast(round(sum(v) * 1000) as bigint)"
PAIR = "(i = {i} and j = {j}) or (i = {j} and j = {i})"
GROWTH = f"""with pairs as (select t, i, j, {DOLLARS} as v from rows group by all)
    select b.t, a.v, b.v from pairs a join pairs b on a.i = b.i and a.j = b.j and a.t + 1 = b.t
    where a.v >= {BASE} order by b.v / a.v desc, b.i, b.j, b.t limit 20"""
RCA = """with x as (select t, i, k, sum(v) as v from rows group by all),
    c as (select t, i, sum(v) as v from x group by all), p as (select t, k, sum(v) as v from x group by all),
    w as (select t, sum(v) as v from x group by all),
    r as (select x.t, (x.v / c.v) / (p.v / w.v) as r from x join c using (t, i) join p using (t, k) join w using (t))
    select t, r from r order by r desc, t limit 20"""
SQL = {
    "A": f"select t, {DOLLARS} as d from rows where {PAIR} group by t, i, j order by t, d",
    "C": GROWTH,
    "D": RCA,
    "E": "copy (select t, i, j, k, v, try_cast(trim(q) as double) as q from rows order by t, i, j, k)"
    " to '{out}' (format parquet, compression zstd)",
}
DUCKDB = """
import duckdb, sys
db = duckdb.connect()
db.execute("set enable_progress_bar = false")
db.execute("create view rows as select * from " + sys.argv[2])
for row in db.execute(sys.argv[1]).fetchall():
    print(*row, sep=",")
"""
POLARS = """
import polars as pl, sys
job, i, j, base = sys.argv[1], *map(int, sys.argv[2:5])
schema = {"t": pl.Int16, "i": pl.Int16, "j": pl.Int16, "k": pl.String, "v": pl.Float64, "q": pl.String}
rows = pl.concat([pl.scan_csv(file, schema=schema) for file in sys.argv[5:]])
c, total = pl.col, (pl.col("v").sum() * 1000).round().cast(pl.Int64)
if job == "A":
    wanted = ((c.i == i) & (c.j == j)) | ((c.i == j) & (c.j == i))
    out = rows.filter(wanted).group_by("t", "i", "j").agg(total).select("t", "v").sort("t", "v")
elif job == "C":
    pairs = rows.group_by("t", "i", "j").agg(total)
    before = pairs.select(c.t + 1, "i", "j", base="v")
    out = pairs.join(before, on=["t", "i", "j"]).filter(c.base >= base)
    out = out.sort(-(c.v / c.base), "i", "j", "t").head(20).select("t", "base", "v")
else:
    x = rows.group_by("t", "i", "k").agg(c.v.sum())
    by = lambda keys, name: x.group_by(keys).agg(c.v.sum().alias(name))
    r = x.join(by(["t", "i"], "c"), on=["t", "i"]).join(by(["t", "k"], "p"), on=["t", "k"]).join(by(["t"], "w"), on="t")
    out = r.select("t", r=(c.v / c.c) / (c.p / c.w)).sort(-c.r, "t").head(20)
for row in out.collect(engine="streaming").iter_rows():
    print(*row, sep=",")
"""
MAWK = """mawk -F, '($2 == {i} && $3 == {j}) || ($2 == {j} && $3 == {i}) {{ v[$1","$2] += $5 }}
END {{ for (key in v) {{ split(key, part, ","); printf "%s,%.0f\\n", part[1], v[key] * 1000 }} }}'"""
GREP = "export LC_ALL=C; grep -hF -e ',{i},{j},' -e ',{j},{i},' {files} | " + MAWK + " | sort -t, -k1,1n -k2,2n"


def pair(rows):
    return sorted([row["period"], row["value"]] for row in rows)


def growth(rows):
    return [[row["period"], row["base_value"], row["value"]] for row in rows]


def advantage(rows):
    return [[row["period"], row["revealed_advantage"]] for row in rows]


class Jobs:
    """For each job the engines in turn, bilat first: the words to run, and what of the output counts."""

    def __init__(self, options, folder):
        self.options, self.folder = options, Path(folder)
        self.store, self.parquet = self.folder / "store", self.folder / "rows.parquet"
        self.cache = self.folder / "cache"

    def bilat(self, words, data, cache=None):
        words = [self.options.bilat, *words, "--format", "csv", "-q", "--data", *data]
        return ["env", f"XDG_CACHE_HOME={cache or self.cache}", *words]

    def duckdb(self, job, source):
        names = dict(i=self.options.i, j=self.options.j, out=self.folder / "copy.parquet")
        return [self.options.python, "-c", DUCKDB, SQL[job].format(**names), source]

    def csv(self):
        return f"read_csv({self.options.files}, header = true, columns = {SCHEMA})"

    def polars(self, job):
        numbers = [str(self.options.i), str(self.options.j), str(BASE)]
        return [self.options.python, "-c", POLARS, job, *numbers, *self.options.files]

    def prepare(self):
        """What some jobs read: bilat's own store and DuckDB's Parquet, sorted by exporter and importer."""
        run([self.options.bilat, "import", "-q", *self.options.files, "--into", str(self.store)])
        run(self.duckdb("E", self.csv()))
        (self.folder / "copy.parquet").rename(self.parquet)
        # The first time learns the order of the rows, which later times use.
        run(self.bilat(self.of_pair(), self.options.files))

    def of_pair(self):
        return ["growth", self.options.first, self.options.second]

    def all(self):
        every = ["growth", "--every-pair", "--top", "20", "--min-base", str(BASE)]
        rca = ["measure", "rca", "--top", "20"]
        files, store = self.options.files, [str(self.store)]
        stored = f"read_parquet('{self.parquet}')"
        names = dict(i=self.options.i, j=self.options.j, files=" ".join(map(shlex.quote, files)))
        a = {"duckdb": self.duckdb("A", self.csv()), "polars": self.polars("A")}
        grep = {"grep+mawk": ["sh", "-c", GREP.format(**names)]}
        yield "A sorted", pair, {"bilat": self.bilat(self.of_pair(), files), **a}
        unknown = self.bilat(self.of_pair(), files, cache="/dev/null")
        yield "A unknown", pair, {"bilat": unknown, **a, **grep}
        one = SQL["A"].format(**names).replace("from rows", f"from {stored}")
        cli = [self.options.duckdb, "-csv", "-noheader", "-c", one]
        yield "B stored", pair, {"bilat": self.bilat(self.of_pair(), store), "duckdb": cli}
        for job, words, of in [("C growth", every, growth), ("D rca", rca, advantage)]:
            raw = {"duckdb": self.duckdb(job[0], self.csv()), "polars": self.polars(job[0])}
            yield job, of, {"bilat": self.bilat(words, files), **raw}
            yield f"{job}, stored", of, {"bilat": self.bilat(words, store), "duckdb": self.duckdb(job[0], stored)}
        into = [self.options.bilat, "import", "-q", *files, "--into", str(self.folder / "new")]
        yield "E import", None, {"bilat": into, "duckdb": self.duckdb("E", self.csv())}


def run(words):
    """The output of a command, its CPU seconds, its wall seconds and its peak memory in MiB."""
    begun = time.monotonic()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(words, stdout=out)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{shlex.join(words)[:300]}: exit {process.returncode}")
        out.seek(0)
        text = out.read().decode()
    return text, used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def agree(ours, theirs):
    """Whether two tables are the same numbers: integers to the last digit, others to 1e-9."""
    if [len(row) for row in ours] != [len(row) for row in theirs]:
        return False
    cells = zip(sum(ours, []), sum(theirs, []))
    return all(abs(float(a) - float(b)) <= 1e-9 * abs(float(a)) for a, b in cells)


def measure(job, of, engines, rounds, folder):
    met = {engine: [] for engine in engines}
    for _ in range(rounds):
        tables = {}
        for engine, words in engines.items():
            shutil.rmtree(folder / "new", ignore_errors=True)
            text, *figures = run(words)
            met[engine].append(figures)
            if of and engine == "bilat":
                tables[engine] = of(list(csv.DictReader(io.StringIO(text))))
            elif of:
                tables[engine] = list(csv.reader(io.StringIO(text)))
        for engine, table in tables.items():
            if not table or not agree(tables["bilat"], table):
                sys.exit(f"{job}: {engine} does not agree with bilat:\n{tables['bilat']}\n{table}")
    for engine, figures in met.items():
        cpu, wall, peak = zip(*figures)
        ratios = [ours[0] / theirs[0] for ours, theirs in zip(met["bilat"], figures) if theirs[0] > 0]
        print(
            f"| {job} | {engine} | {statistics.median(cpu):.4f} | {statistics.median(wall):.4f} "
            f"| {statistics.median(ratios):.4f} | {max(peak):.0f} |",
            flush=True,
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bilat", required=True, help="the binary to measure")
    parser.add_argument("--python", default=sys.executable, help="a Python with duckdb and polars")
    parser.add_argument("--duckdb", default="duckdb", help="DuckDB's own command")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", default="", help="beginnings of jobs, such as `A,C`")
    # Codes and numbers of two countries that trade much.
    parser.add_argument("--first", default="CHN")
    parser.add_argument("--second", default="USA")
    parser.add_argument("-i", type=int, default=156, help="BACI's number of the first")
    parser.add_argument("-j", type=int, default=842, help="and of the second")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    for file in options.files:
        with open(file, "rb") as opened:
            while opened.read(1 << 20):
                pass
    versions = "import duckdb, polars; print('duckdb', duckdb.__version__, 'polars', polars.__version__)"
    print(time.strftime("%Y-%m-%d"), run([options.python, "-c", versions])[0].strip(), f"{os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        jobs = Jobs(options, folder)
        jobs.prepare()
        rows = sum(file.stat().st_size for file in jobs.store.glob("*/rows/**/*.parquet"))
        whole = sum(file.stat().st_size for file in jobs.store.glob("**/*") if file.is_file())
        sizes = (rows, whole, jobs.parquet.stat().st_size)
        print("MB: rows %.0f, store with roll-ups %.0f, duckdb %.0f" % tuple(size / 1e6 for size in sizes))
        print("| job | engine | CPU s | wall s | bilat / engine, CPU | peak MiB |\n|---|---|---|---|---|---|")
        wanted = tuple(options.jobs.split(","))
        for job, of, engines in jobs.all():
            if job.startswith(wanted):
                measure(job, of, engines, options.rounds, Path(folder))


if __name__ == "__main__":
    main()
