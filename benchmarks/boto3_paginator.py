"""What one would write without the exporter: all jobs by boto3's paginator, counted by state and type."""
import collections
import sys

import boto3

client = boto3.client("dataexchange", endpoint_url=sys.argv[1], region_name="us-east-1")
counts = collections.Counter()
for page in client.get_paginator("list_jobs").paginate(PaginationConfig={"PageSize": 200}):
    for job in page["Jobs"]:
        counts[job["State"], job["Type"]] += 1
for (state, kind), count in sorted(counts.items()):
    print(f'jobs{{state="{state}",type="{kind}"}} {count}')
