"""Serves as many series as it is told with Python's prometheus_client: the peer of the `scrape` benchmark."""
import sys
import threading

from prometheus_client import CollectorRegistry, Gauge, start_http_server

port, series = int(sys.argv[1]), int(sys.argv[2])
registry = CollectorRegistry()
gauge = Gauge(
    "aws_dataexchange_jobs", "Jobs that the API lists now.", ["target", "account_id", "region", "state", "type"], registry=registry
)
for i in range(series):
    gauge.labels(f"t{i // 54}", "123456789012", "us-east-1", f"STATE_{i % 6}", f"TYPE_{i // 6 % 9}").set(i)
start_http_server(port, "127.0.0.1", registry)
threading.Event().wait()
