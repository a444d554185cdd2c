"""Works out the cells of a plan on Spark.

    spark-submit distributed/spark/cube.py PLAN OUT

PLAN is the folder `zonelens plan --dialect spark` wrote, OUT a new folder for the cells; both are paths that Spark can read
(file:, hdfs:, s3a: …). Every step is a table in the database of the session; `zonelens cube --from OUT --plan PLAN/plan.json`
makes an ordinary cube of what comes out, and refuses it where anything is missing.
"""

import json
import sys

from pyspark.sql import SparkSession

# Quotes are doubled, as in every CSV file of Zonelens.
CSV = {"header": True, "quote": '"', "escape": '"', "multiLine": True}


def text_of(spark, path):
    return spark.read.text(path, wholetext=True).first().value


def run(spark, path):
    for statement in text_of(spark, path).split("\n;\n")[:-1]:
        spark.sql(statement)


def load(spark, table, path):
    schema = spark.table(table).schema
    if path.endswith(".parquet"):
        rows = spark.read.parquet(path)
    else:
        rows = spark.read.csv(path, schema=schema, mode="FAILFAST", enforceSchema=False, **CSV)
    rows.write.insertInto(table)


def main(plan_folder, out):
    spark = SparkSession.builder.appName("zonelens").getOrCreate()
    # A step that fails on a value must fail, not go on with NULL.
    spark.conf.set("spark.sql.ansi.enabled", True)
    plan = json.loads(text_of(spark, f"{plan_folder}/plan.json"))
    if plan["dialect"] != "spark":
        sys.exit(f"this plan is for {plan['dialect']}: write one with --dialect spark")
    first, *others = plan["steps"]
    run(spark, f"{plan_folder}/{first}")
    for table in plan["inputs"]:
        load(spark, table["table"], f"{plan_folder}/{table['file']}")
    for at, step in enumerate(others, start=2):
        print(f"{at}/{len(plan['steps'])} {step}", flush=True)
        run(spark, f"{plan_folder}/{step}")
    for table in ("cell", "cell_count"):
        spark.table(table).coalesce(1).write.csv(f"{out}/{table}", header=True, quote='"', escape='"', emptyValue="")
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
