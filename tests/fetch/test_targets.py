"""What counts as the public web, address by address, and what an operator may open beside it."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from quotes.errors import InputError, RefusedTarget
from quotes.fetch import Targets
from quotes.fetch.targets import is_public

PUBLIC = (
    "1.1.1.1 93.184.215.14 172.32.0.1 100.128.0.1 169.253.255.255 2606:4700::1111 2a00:1450::8 ::ffff:1.1.1.1 "
    "64:ff9b::101:101"
)
CLOSED = {
    "loopback": "127.0.0.1 127.255.255.254 ::1",
    "this machine": "0.0.0.0 0.1.2.3 ::",
    "private": "10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1",
    "unique local": "fc00::1 fd12:3456::1",
    "link-local": "169.254.1.1 fe80::1",
    "site-local": "fec0::1",
    "metadata of clouds": "169.254.169.254 100.100.100.200 192.0.0.192 168.63.129.16 fd00:ec2::254",
    "carriers": "100.64.0.1 100.127.255.255",
    "multicast": "224.0.0.1 224.0.1.1 239.1.1.1 ff02::1 ff0e::1",
    "reserved": "240.0.0.1 255.255.255.255 4000::1",
    "protocols": "192.0.0.8 192.0.0.9 192.0.0.10 192.88.99.1 2001::1 2001:1::1 5f00::1 100::1",
    "documentation": "192.0.2.1 198.51.100.1 203.0.113.1 2001:db8::1 3fff::1",
    "benchmarks": "198.18.0.1 198.19.255.255 2001:2::1",
    "IPv4 in IPv6": "::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1 ::8.8.8.8",
    "6to4 and Teredo": "2002:7f00:1::1 2002:a00:1::1 2002:808:808::1 2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "NAT64": "64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::808:808",
}


@pytest.mark.parametrize("address", PUBLIC.split())
def test_public(address: str) -> None:
    assert is_public(ip_address(address))
    assert Targets().permits("a.example", address, 443)
    assert not Targets().permits("a.example", address, 8443)


@pytest.mark.parametrize("address", [address for kind in CLOSED.values() for address in kind.split()])
def test_not_public(address: str) -> None:
    assert not is_public(ip_address(address))
    assert not Targets().permits("a.example", address, 80)


def test_a_link_local_address_with_its_interface_is_one() -> None:
    assert not Targets().permits("a.example", "fe80::1%eth0", 80)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://a.example/x", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("//a.example/x", "only http and https"),
        ("a.example/x", "only http and https"),
        ("", "only http and https"),
        ("http:///x", "only http and https"),
        ("http://a.example:99999/", "no address"),
        ("http://[::1/", "no address"),
        ("https://reader@a.example/", "user name"),
        ("https://reader:secret@a.example/", "user name"),
        ("https://:secret@a.example/", "user name"),
        ("http://a.example:6379/", "port 6379"),
        ("http://a.example:22/", "port 22"),
        ("http://127.0.0.1/", "not on the public web"),
        ("http://169.254.169.254/latest", "not on the public web"),
        ("https://[::1]/", "not on the public web"),
        ("https://[::ffff:10.0.0.1]/", "not on the public web"),
        ("https://a.example/" + "x" * 9000, "characters"),
    ],
)
def test_addresses_that_say_themselves_that_they_are_none(url: str, why: str) -> None:
    with pytest.raises(RefusedTarget, match=why):
        Targets().check(url, url=url)


@pytest.mark.parametrize(
    "url", ["http://a.example", "https://a.example:443/x", "http://a.example:80/", "HTTP://A/", "http://1.1.1.1/"]
)
def test_addresses_of_the_web(url: str) -> None:
    Targets().check(url, url=url)


def test_an_operator_opens_hosts_addresses_and_networks() -> None:
    opened = Targets(
        "wiki.intranet.example, Desk.intranet.example:8080, 10.1.0.0/16, 127.0.0.1:9000, [fd00::1]:8080, fd00:1::/32"
    )
    for name, address, port in [
        ("wiki.intranet.example", "10.9.9.9", 443),
        ("WIKI.intranet.example.", "fd99::1", 80),
        ("desk.intranet.example", "192.168.0.1", 8080),
        ("any.example", "10.1.2.3", 80),
        ("any.example", "::ffff:10.1.2.3", 80),
        ("127.0.0.1", "127.0.0.1", 9000),
        ("any.example", "fd00::1", 8080),
        ("any.example", "fd00:1::7", 443),
        ("any.example", "1.1.1.1", 443),
    ]:
        assert opened.permits(name, address, port), (name, address, port)
    for name, address, port in [
        ("evil-wiki.intranet.example", "10.9.9.9", 443),
        ("wiki.intranet.example", "10.9.9.9", 8080),
        ("desk.intranet.example", "192.168.0.1", 80),
        ("any.example", "10.2.0.1", 80),
        ("any.example", "10.1.2.3", 8080),
        ("127.0.0.1", "127.0.0.1", 80),
        ("127.0.0.1", "127.0.0.2", 9000),
        ("any.example", "1.1.1.1", 9000),
    ]:
        assert not opened.permits(name, address, port), (name, address, port)
    opened.check("http://127.0.0.1:9000/", url="")


@pytest.mark.parametrize(
    "entry",
    [
        "http://a.example",
        "a.example/8",
        "10.0.0.0/33",
        "10.1.2.3.4",
        "a b",
        "a.example:",
        "a.example:99999",
        "10.0.0.1/8",
        "::1::2",
    ],
)
def test_what_cannot_be_opened_is_told(entry: str) -> None:
    with pytest.raises(InputError, match="no host and no network"):
        Targets(f"a.example, {entry}")
