"""The JSON side of the service: `/v1/...` and what keeps it running."""
