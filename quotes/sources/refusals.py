"""Pages that came in place of the one asked for: bot challenges, blocks, login forms, error pages sent as 200."""

from __future__ import annotations

import re
from typing import Final

from quotes.errors import ChallengePage, LoginPage

# Read only at the start of what a person would see; a long page that mentions one of these is a page.
_LONGEST: Final = 60_000
_SCRIPT_OR_STYLE: Final = re.compile(r"(?is)<(script|style|template)\b.*?</\1>|<!--.*?-->")
_TAG: Final = re.compile(r"<[^>]*>")
# Chinese is written without spaces: there each character counts.
_WORD: Final = re.compile(r"[\u3400-\u9fff]|[^\s\u3400-\u9fff]+")
# A refusal says so in few words; what says more is a page.
_MOST_WORDS: Final = 250
_CHALLENGE: Final = re.compile(
    r"challenge validation"
    r"|just a moment|checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human"
    r"|attention required|enable javascript and cookies|access denied|request (?:has been )?blocked|unusual traffic"
    r"|are you a robot|^[^():]{0,40}technical difficulties|pardon our interruption|incapsula|ddos protection"
    r"|reference #[\da-f.]{8,}|安全验证|访问过于频繁|系统维护",
    re.IGNORECASE,
)
_CHALLENGE_MARK: Final = re.compile(
    r"cf-chl|challenge-platform|_incapsula_resource|px-captcha|g-recaptcha|h-captcha|/_sec/cp_challenge|sbu_hc_challenge",
    re.IGNORECASE,
)
_PASSWORD: Final = re.compile(r"<input\b[^>]*\btype\s*=\s*[\"']?password", re.IGNORECASE)
_REMEDY: Final = "nothing was read from it, and it is kept as it came; try again later, and less often"


def refuse(html: str, url: str) -> None:
    """Raises ChallengePage or LoginPage where `html` is no page of a record but a refusal to give it."""
    if len(html) > _LONGEST:
        return
    seen = " ".join(_TAG.sub(" ", _SCRIPT_OR_STYLE.sub(" ", html)).split())
    if len(_WORD.findall(seen)) > _MOST_WORDS:
        return
    if found := _CHALLENGE.search(seen):
        raise ChallengePage(f"a challenge or an error came in place of the page (“{found[0]}”); {_REMEDY}", url=url)
    if _CHALLENGE_MARK.search(html):
        raise ChallengePage(f"a bot challenge came in place of the page; {_REMEDY}", url=url)
    if _PASSWORD.search(html):
        raise LoginPage(
            "a login form came in place of the page; it is no longer public, or the address is wrong; "
            "the page is kept as it came",
            url=url,
        )
