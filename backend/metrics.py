"""What the server counts, for Prometheus.

Several processes share one set of numbers through files in the folder `PROMETHEUS_MULTIPROC_DIR`, which the supervisor
sets before anything imports prometheus_client; whichever process is asked answers for all.
"""

from __future__ import annotations

import os

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5)


class Metrics:
    """One server's numbers, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.requests = Counter(
            "onrecord_requests", "Requests answered.", ["method", "route", "status"], registry=self._registry
        )
        self.request_seconds = Histogram(
            "onrecord_request_seconds",
            "From the request's head to its answer.",
            ["route"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self.engine_seconds = Histogram(
            "onrecord_engine_seconds", "One lookup in the engine.", buckets=_SECONDS, registry=self._registry
        )
        self._lookups = Counter(
            "onrecord_lookups", "Lookups done in the engine, by verdict.", ["verdict"], registry=self._registry
        )
        self._cache = Counter("onrecord_cache", "Answers asked of the cache.", ["result"], registry=self._registry)

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        self.requests.labels(method, route, status).inc()
        self.request_seconds.labels(route).observe(seconds)

    def looked_up(self, verdict: str) -> None:
        self._lookups.labels(verdict).inc()

    def cached(self, hit: bool) -> None:
        self._cache.labels("hit" if hit else "miss").inc()

    def exposition(self) -> bytes:
        """All numbers in Prometheus' text format, of every process of this server."""
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(self._registry)
        every_process = CollectorRegistry()
        MultiProcessCollector(every_process)  # type: ignore[no-untyped-call]
        return generate_latest(every_process)
