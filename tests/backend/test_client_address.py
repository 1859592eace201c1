"""Whom a request counts against, whatever it says of itself."""

from __future__ import annotations

import pytest
from aiohttp.test_utils import make_mocked_request

from backend.client_address import TrustedProxies, neighbourhood
from quotes.errors import InputError

PROXIES = TrustedProxies.read("172.28.0.0/24, 10.0.0.1, fd00::/8")


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("203.0.113.7", [], "203.0.113.7"),
        ("203.0.113.7", ["1.2.3.4"], "203.0.113.7"),
        ("172.28.0.2", ["198.51.100.9"], "198.51.100.9"),
        ("172.28.0.2", ["1.2.3.4, 198.51.100.9"], "198.51.100.9"),
        ("172.28.0.2", ["1.2.3.4", "198.51.100.9"], "198.51.100.9"),
        ("172.28.0.2", ["1.2.3.4, 198.51.100.9, 10.0.0.1"], "198.51.100.9"),
        ("172.28.0.2", ["10.0.0.1"], "10.0.0.1"),
        ("172.28.0.2", ["1.2.3.4, unknown"], "172.28.0.2"),
        ("172.28.0.2", ["1.2.3.4, unknown, 10.0.0.1"], "10.0.0.1"),
        ("172.28.0.2", [""], "172.28.0.2"),
        ("172.28.0.2", [], "172.28.0.2"),
        ("::ffff:172.28.0.2", ["198.51.100.9"], "198.51.100.9"),
        ("fd00::5", ["2001:db8:1:2:3::4"], "2001:db8:1:2:3::4"),
        ("", ["198.51.100.9"], ""),
    ],
)
def test_the_last_address_that_no_trusted_proxy_has(peer: str, forwarded: list[str], client: str) -> None:
    headers = [("X-Forwarded-For", value) for value in forwarded]
    request = make_mocked_request("GET", "/", headers=headers)
    assert PROXIES.client(request.clone(remote=peer)) == client


def test_without_proxies_nobody_is_believed() -> None:
    request = make_mocked_request("GET", "/", headers={"X-Forwarded-For": "1.2.3.4"}).clone(remote="127.0.0.1")
    assert TrustedProxies.read("").client(request) == "127.0.0.1"


def test_a_network_of_one_customer_is_one_who_asks() -> None:
    assert neighbourhood("2001:db8:1:2:3::4") == neighbourhood("2001:db8:1:2:ffff::9") == "2001:db8:1:2::/64"
    assert neighbourhood("198.51.100.9") == "198.51.100.9"
    assert neighbourhood("") == ""


@pytest.mark.parametrize("setting", ["proxy", "10.0.0.1/8", "10.0.0.0/40"])
def test_what_is_no_network_is_told(setting: str) -> None:
    with pytest.raises(InputError, match="trusted proxy"):
        TrustedProxies.read(setting)
