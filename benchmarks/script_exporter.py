"""What one would write without the exporter: boto3's paginator and prometheus_client. It serves, lists all jobs, counts them, and keeps none: the peer of `startup` and `resident`."""
import collections
import sys
import threading

import boto3
from prometheus_client import Gauge, start_http_server

port, endpoint = int(sys.argv[1]), sys.argv[2]
jobs = Gauge("aws_dataexchange_jobs", "Jobs that the API lists now.", ["target", "region", "state", "type"])
tracked = Gauge("dxjobs_jobs_tracked", "Jobs that were listed.", ["target", "region"])
start_http_server(port, "127.0.0.1")
client = boto3.client("dataexchange", endpoint_url=endpoint, region_name="us-east-1")
counts = collections.Counter()
for page in client.get_paginator("list_jobs").paginate(PaginationConfig={"PageSize": 200}):
    for job in page["Jobs"]:
        counts[job["State"], job["Type"]] += 1
for (state, kind), count in counts.items():
    jobs.labels("bench", "us-east-1", state, kind).set(count)
tracked.labels("bench", "us-east-1").set(sum(counts.values()))
threading.Event().wait()
