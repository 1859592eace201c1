"""The aiohttp service around the quotes library: HTTP API, web pages, several processes on one archive."""
