"""What the server counts, for Prometheus.

Several processes share one set of numbers through files in the folder `PROMETHEUS_MULTIPROC_DIR`, which the supervisor
sets before anything imports prometheus_client; whichever process is asked answers for all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.metrics_core import Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from backend.jobs.job import JobState, Numbers

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
        # Whoever is asked counts what the store holds: the latest of all processes is right.
        self._jobs = Gauge(
            "onrecord_jobs",
            "Jobs held, by state.",
            ["state"],
            registry=self._registry,
            multiprocess_mode="mostrecent",
        )
        self._job_chunks = Gauge(
            "onrecord_job_chunks_waiting",
            "Chunks of jobs that are not done yet.",
            registry=self._registry,
            multiprocess_mode="mostrecent",
        )
        self._job_rows = Gauge(
            "onrecord_job_rows_checked",
            "Result rows of jobs, ever.",
            registry=self._registry,
            multiprocess_mode="mostrecent",
        )
        self._cache_hits = Counter(
            "onrecord_cache_hits",
            "Answers found in the cache, by where: memory or redis.",
            ["level"],
            registry=self._registry,
        )
        self._redis = Gauge(
            "onrecord_redis_up",
            "Whether the process that noticed last finds Redis there; absent without one.",
            [],
            registry=self._registry,
            multiprocess_mode="mostrecent",
        )

    def jobs(self, numbers: Numbers) -> None:
        for state in JobState:
            self._jobs.labels(state.value).set(numbers.jobs.get(state.value, 0))
        self._job_chunks.set(numbers.waiting)
        self._job_rows.set(numbers.rows)

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        self.requests.labels(method, route, status).inc()
        self.request_seconds.labels(route).observe(seconds)

    def looked_up(self, verdict: str, count: int = 1) -> None:
        self._lookups.labels(verdict).inc(count)

    def cached(self, hit: bool) -> None:
        self._cache.labels("hit" if hit else "miss").inc()

    def found_in(self, level: str) -> None:
        """`level` is memory or redis."""
        self._cache_hits.labels(level).inc()

    def redis(self, up: bool) -> None:
        self._redis.set(up)

    def exposition(self) -> bytes:
        """All numbers in Prometheus' text format, of every process of this server."""
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(self._registry)
        every_process = CollectorRegistry()
        every_process.register(_EveryProcess(Path(os.environ["PROMETHEUS_MULTIPROC_DIR"])))
        return generate_latest(every_process)


class _EveryProcess(Collector):
    """The numbers in the files of `folder`. A file that its process has made and not begun to fill yet is left out: the
    library fails on it, and one of a process that was killed just then would stay for good (client_python, issue
    1199)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def collect(self) -> Iterable[Metric]:
        files = [str(file) for file in self._folder.glob("*.db") if file.stat().st_size]
        metrics: Iterable[Metric] = MultiProcessCollector.merge(files)  # type: ignore[no-untyped-call]
        return metrics


class CrawlMetrics:
    """What the crawler counts, by source. Moments are seconds since 1970: how long ago a look was, whoever asks reckons
    at that moment, which a crawler that hangs could not."""

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        registry = CollectorRegistry() if registry is None else registry
        self._looks = Counter(
            "onrecord_crawl_looks",
            "Looks at a source: good, failed (its listing could not be read) or turned_away (a challenge or a login).",
            ["source", "result"],
            registry=registry,
        )
        self._pages = Counter(
            "onrecord_crawl_pages",
            "Pages read, by what came of it: a transcript added, revised or unchanged, no_words, or gone.",
            ["source", "result"],
            registry=registry,
        )
        self._problems = Counter(
            "onrecord_crawl_problems",
            "Pages and listings that could not be read, by the error's code.",
            ["source", "code"],
            registry=registry,
        )
        # Every crawler that has run says when; the latest of them is right.
        self._good = Gauge(
            "onrecord_crawl_last_good_look_timestamp_seconds",
            "When the source was last looked at without a problem.",
            ["source"],
            registry=registry,
            multiprocess_mode="mostrecent",
        )
        self._next = Gauge(
            "onrecord_crawl_next_look_timestamp_seconds",
            "When it is looked at next.",
            ["source"],
            registry=registry,
            multiprocess_mode="mostrecent",
        )

    def looked(self, source: str, result: str, at: datetime) -> None:
        """`result` is good, failed or turned_away."""
        self._looks.labels(source, result).inc()
        if result == "good":
            self._good.labels(source).set(at.timestamp())

    def read(self, source: str, pages: Mapping[str, int], problems: Iterable[str]) -> None:
        """`pages` counts pages by what came of them; `problems` are the codes of those that could not be read."""
        for result, number in pages.items():
            self._pages.labels(source, result).inc(number)
        for code in problems:
            self._problems.labels(source, code).inc()

    def due(self, source: str, at: datetime) -> None:
        self._next.labels(source).set(at.timestamp())
