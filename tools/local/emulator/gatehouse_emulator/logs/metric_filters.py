"""Metric filters."""

from typing import Any

from moto.logs.metric_filters import MetricFilters

from ..gap import replaces


@replaces(MetricFilters)
def add_filter(
    original: Any, self: Any, filter_name: str, pattern: str, log_group_name: str, transformations: Any
) -> None:
    """Makes or updates: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html"""
    self.delete_filter(filter_name, log_group_name)
    original(self, filter_name, pattern, log_group_name, transformations)
