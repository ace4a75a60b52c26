"""Reads a store with DuckDB, pyarrow, polars and pandas, none of which knows bilat, and compares them with the
CSV files it was made from. `outside.py STORE/VINTAGE FILE.csv...`; needs `pip install duckdb pyarrow polars pandas`."""

import glob
import sys
import tomllib

import duckdb
import pandas
import polars
import pyarrow.compute as compute
import pyarrow.dataset as dataset

vintage, files = sys.argv[1], sys.argv[2:]
ask = duckdb.connect().execute
types = "{'t':'INTEGER','i':'INTEGER','j':'INTEGER','k':'VARCHAR','v':'DECIMAL(18,3)','q':'VARCHAR'}"
truth = ask(
    f"select count(*), cast(sum(v) * 1000 as hugeint), sum(try_cast(trim(q) as decimal(18, 3))), count(try_cast(trim(q) as decimal(18, 3)))"
    f" from read_csv({files}, columns={types}, header=true)"
).fetchall()[0]
print("csv", truth)
with open(f"{vintage}/manifest.toml", "rb") as file:
    manifest = tomllib.load(file)
assert sum(year["rows"] for year in manifest["year"]) == truth[0]
assert sum(int(year["value"]) for year in manifest["year"]) == truth[1]

rows = f"{vintage}/rows/**/*.parquet"
found = ask(f"select count(*), sum(value), sum(quantity), count(quantity) from read_parquet('{rows}', hive_partitioning=true)").fetchall()[0]
assert found == truth, found
for table in ["pairs", "exporter-products", "importer-products", "products"]:
    found = ask(f"select sum(rows), sum(value) from read_parquet('{vintage}/{table}/**/*.parquet')").fetchall()[0]
    assert found == truth[:2], (table, found)

table = dataset.dataset(f"{vintage}/rows", partitioning="hive").to_table(columns=["value", "quantity", "year"])
assert (table.num_rows, compute.sum(table["value"]).as_py()) == truth[:2]
assert compute.sum(table["quantity"]).as_py() == truth[2]

frame = polars.scan_parquet(rows).select(polars.len(), polars.col("value").sum(), polars.col("quantity").sum()).collect()
assert frame.row(0) == truth[:3], frame

frame = pandas.read_parquet(f"{vintage}/pairs")
assert (frame["rows"].sum(), frame["value"].sum()) == truth[:2]
print("duckdb, pyarrow, polars, pandas:", len(glob.glob(f"{vintage}/**/*.parquet", recursive=True)), "files agree")
