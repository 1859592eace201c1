"""Kind and claim of each quotation, in the languages that write names with capital letters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotes.extract.attribution import Attribution, Frame, attribution_of, is_subject_like
from quotes.extract.cast import Cast, Speaker
from quotes.extract.days import OTHER_DAY, day_of
from quotes.extract.found import LEAD, Found
from quotes.extract.frames import frame_of
from quotes.extract.kinds import Setting, goes_on_telling, kind_of
from quotes.extract.layout import Block, Role
from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.lexicon.first_names import is_first_name
from quotes.extract.marks import Marked
from quotes.extract.mention import Mention, Named
from quotes.extract.mentions import mentions_of
from quotes.extract.others import asks, is_told, tells_of
from quotes.extract.sentences import Sentence, sentences_of, tokens_of
from quotes.model import Place, PrintedClaim, QuotationKind, Span

# Paragraphs of the body that are the lead: an office may stand there for a name that comes later.
_LEAD = 2


def read_latin(
    text: str, hidden: str, blocks: Sequence[Block], marked: Sequence[Marked], lexicon: Lexicon
) -> list[Found]:
    return _Reader(text, hidden, blocks, marked, lexicon).read()


class _Reader:
    def __init__(
        self, text: str, hidden: str, blocks: Sequence[Block], marked: Sequence[Marked], lexicon: Lexicon
    ) -> None:
        self.text = text
        self.hidden = hidden
        self.blocks = blocks
        self.lexicon = lexicon
        self.marked = marked
        self.sentences = sentences_of(text, hidden, blocks, lexicon)
        tokens = [tokens_of(hidden, each.start, each.end, lexicon.language) for each in self.sentences]
        surnames = _surnames((mention for each in tokens for mention in mentions_of(each, hidden, lexicon)), lexicon)
        self.frames = [
            frame_of(
                each,
                hidden,
                lexicon,
                heading=blocks[sentence.block].role is Role.HEADLINE,
                surnames=surnames,
            )
            for sentence, each in zip(self.sentences, tokens, strict=True)
        ]
        self.cast = Cast(lexicon)
        self.asked = False
        self.asker: Speaker | None = None
        body = next((number for number, block in enumerate(blocks) if block.role is not Role.HEADLINE), len(blocks))
        self.lead_ends = body + _LEAD
        self.days: list[tuple[str, str | None]] = []

    def read(self) -> list[Found]:
        self.cast.enter(
            (mention, any(each.mention is mention for each in frame.attributions))
            for frame in self.frames
            for mention in frame.mentions
        )
        starts = [sentence.start for sentence in self.sentences]
        held: dict[int, list[Marked]] = {}
        for each in self.marked:
            held.setdefault(bisect_right(starts, each.outer[0]) - 1, []).append(each)
        found: list[Found] = []
        pending: list[tuple[str, str | None]] = []
        ends = [block.start for block in self.blocks]
        for number, (sentence, frame) in enumerate(zip(self.sentences, self.frames, strict=True)):
            self.days = []
            inside = held.get(number, [])
            read = [self._read(each, sentence, frame, ends) for each in inside]
            found += read
            self._after(sentence, frame, any(each.kind is QuotationKind.SPEECH for each in read))
            if self.days and found:
                # A day of a sentence without quotations belongs to what has been and what comes all the same.
                last = found[-1]
                found[-1] = _with_days(last, tuple(self.days))
            elif self.days:
                pending += self.days
        return _with_pending(found, tuple(pending))

    def _read(self, marked: Marked, sentence: Sentence, frame: Frame, starts: Sequence[int]) -> Found:
        block = self.blocks[sentence.block]
        heading = block.role is Role.HEADLINE
        place = next(
            (at for at, token in enumerate(frame.tokens) if token.start <= marked.outer[0] < token.end),
            next((at for at, token in enumerate(frame.tokens) if token.start >= marked.outer[0]), 0),
        )
        attribution = attribution_of(frame, place, self.lexicon)
        behind_end = max(marked.outer[1], sentence.end)
        setting = Setting(
            frame,
            place,
            self.hidden[sentence.start : marked.outer[0]],
            self.hidden[marked.outer[1] : behind_end],
            attribution,
            heading,
            bool(self.cast.recent),
            marked.single,
        )
        words = " ".join([self.text[start:end] for start, end in marked.spans])
        kind = QuotationKind.SPEECH if block.role is Role.SET_APART else kind_of(words, setting, self.lexicon)
        block_end = bisect_right(starts, marked.outer[1] - 1) - 1
        where = Place.HEADLINE if heading else Place.BODY
        if kind is not QuotationKind.SPEECH:
            inner = tuple(self._inner(each, marked, sentence, where) for each in marked.inner)
            return Found(marked, kind, where, PrintedClaim(), sentence.block, block_end, inner=inner)
        speaker, mention = (
            self._signature(marked.signed)
            if marked.signed
            else self._speaker(attribution, frame, place, sentence, asks=words.endswith("?"))
        )
        day = day_of(frame, attribution, self.hidden, self.lexicon)
        claim = PrintedClaim(
            speaker.name if speaker else None,
            self._as_printed(mention) if mention else None,
            (speaker.office if speaker else None),
            attribution.verb.text if attribution and attribution.verb else None,
            day,
        )
        if speaker is not None and not heading:
            self.cast.speaks(speaker)
        key = _key(speaker)
        told = setting.before if setting.before.strip() else setting.behind
        aside = bool(attribution and attribution.past and attribution.first < place) or (
            day is None and OTHER_DAY.search(told) is not None
        )
        days = ((day, key),) if day and not aside else ()
        behind = attribution is not None and attribution.first > place
        return Found(marked, kind, where, claim, sentence.block, block_end, behind, key, days, aside)

    def _inner(self, marked: Marked, outer: Marked, sentence: Sentence, where: Place) -> Found:
        before = self.text[outer.spans[0][0] : marked.outer[0]].rstrip()
        kind = QuotationKind.SPEECH if before.endswith((":", "：")) else QuotationKind.OTHER
        speaker: Speaker | None = None
        printed = None
        if kind is QuotationKind.SPEECH:
            tokens = tokens_of(self.text, outer.spans[0][0], marked.outer[0], self.lexicon.language)
            frame = frame_of(tokens, self.text, self.lexicon)
            if frame.mentions:
                speaker = self.cast.resolve(frame.mentions[-1], early=True)
                printed = self.text[frame.mentions[-1].start : frame.mentions[-1].end]
        claim = PrintedClaim(speaker.name if speaker else None, printed, speaker.office if speaker else None)
        return Found(marked, kind, where, claim, sentence.block, sentence.block)

    def _speaker(
        self, attribution: Attribution | None, frame: Frame, place: int, sentence: Sentence, *, asks: bool
    ) -> tuple[Speaker | None, Mention | None]:
        """Who speaks, and how the sentence names them: not at all where that is carried over."""
        early = sentence.block < self.lead_ends
        if is_told(frame, place):
            return None, None
        if attribution is not None and attribution.mention is not None:
            verb = attribution.verb.low if attribution.verb else ""
            answers = self.asked and verb in self.lexicon.answers
            self.asked = verb in self.lexicon.asks
            named = self._named_before(frame, attribution.mention) or attribution.mention
            speaker = self.cast.resolve(named, early=early, answers=answers)
            if self.asked:
                self.asker = speaker
            return speaker, attribution.mention
        if (
            attribution is not None
            and attribution.verb is not None
            and self.lexicon.language == "es"
            and self.cast.topics
        ):
            # “Se despidió ayer. «Me voy», dijo ante los suyos”: the subject is left out.
            if attribution.verb.low.endswith("n"):
                # “«¡Que venga!», gritaron”: they are several.
                return None, None
            return self.cast.topics[-1], None
        if attribution is not None and attribution.mention is None and attribution.verb is not None:
            last = self.cast.recent[-1] if self.cast.recent else None
            if attribution.verb.low in self.lexicon.impersonal:
                # “…, heißt es darin”: of a letter, a report.
                return (last if last is not None and last.person is None else None), None
        subject = None if goes_on_telling(frame) and self.cast.recent else self._subject(frame, place)
        if subject is not None:
            return self.cast.resolve(subject, early=early), subject
        if self.blocks[sentence.block].role is Role.HEADLINE:
            return None, None
        if self._is_anothers(frame, place):
            return None, None
        recent = self.cast.recent[-1] if self.cast.recent else None
        if self.asker is not None and asks:
            return self.asker, None
        if self.asked and recent is not None and recent is self.asker:
            # The answer to a question is whoever's spoke before it was asked.
            others = (each for each in reversed(self.cast.recent) if each.name != recent.name)
            self.asked = False
            return next(others, recent), None
        return recent, None

    def _is_anothers(self, frame: Frame, place: int) -> bool:
        """Whether a sentence that no speaker is read from has a subject of its own, so that its words are not simply
        those of whoever spoke last: “Magistrates heard it had been left ‘…’”."""
        lexicon = self.lexicon
        if goes_on_telling(frame):
            return tells_of(frame, place)
        if any(
            not each.governed
            and not each.possessive
            and (each.kind is Named.INSTITUTION or not self.cast.knows(each))
            and is_subject_like(frame.tokens, each, lexicon)
            for each in frame.mentions
        ):
            return True
        reports = lexicon.language == "en" and any(token.low in lexicon.reporting for token in frame.tokens)
        if reports and not frame.attributions:
            return True
        words = [token for token in frame.tokens if token.is_word or token.is_quotation][:2]
        if len(words) < 2 or not all(token.is_word for token in words):
            return False
        no_subjects = lexicon.no_names | lexicon.verbs | lexicon.auxiliaries | lexicon.participles
        return lexicon.language == "en" and words[0].low not in no_subjects and words[1].text.islower()

    def _named_before(self, frame: Frame, mention: Mention) -> Mention | None:
        """The person that a pronoun means who is named in its own sentence: “When Bane unveiled it, he promised …”."""
        if mention.kind is Named.PRONOUN and mention.gender == "they" and self.lexicon.language == "en":
            # “A spokesperson declined to comment on what they called”
            before = [each for each in frame.subjects if each.last < mention.first and each.kind is Named.OFFICE]
            return before[-1] if before else None
        if mention.kind is not Named.PRONOUN or mention.gender not in {"he", "she"}:
            return None
        for each in reversed(frame.subjects):
            speaks = any(found.mention is each and found.place < mention.first for found in frame.attributions)
            plural = (each.office or "").endswith("s")
            meant = each.kind is Named.PERSON or (each.kind is Named.OFFICE and speaks and not plural)
            if each.last >= mention.first or not meant or not self.cast.knows(each):
                continue
            told = each.first > 0 and frame.tokens[each.first - 1].low in self.lexicon.complementizers
            speaker = self.cast.resolve(each)
            if not told and speaker is not None and speaker.gender in {None, mention.gender}:
                return each
        latest = self.cast.resolve(mention)
        if latest is not None and latest.person is not None:
            return None
        # “When they wrote to its chief, Hendrik Vos, he replied”, and nobody else is known whom it may mean.
        people = [each for each in frame.mentions if each.kind is Named.PERSON and each.last < mention.first]
        return next((each for each in reversed(people) if each.gender == mention.gender), None)

    def _signature(self, signed: Span) -> tuple[Speaker | None, Mention | None]:
        tokens = tokens_of(self.text, *signed, self.lexicon.language)
        mentions = frame_of(tokens, self.text, self.lexicon).mentions
        return (self.cast.resolve(mentions[0]), mentions[0]) if mentions else (None, None)

    def _subject(self, frame: Frame, place: int) -> Mention | None:
        """A person or office that the sentence is about, named before the quotation: “Berg was blunt: …”."""
        for mention in frame.mentions:
            vague = mention.kind is Named.PRONOUN and mention.gender in {"they", "it"}
            if vague or not self.cast.knows(mention):
                continue
            if mention.last < place and not mention.governed and mention.kind is not Named.INSTITUTION:
                if mention.possessive and frame.tokens[place - 1].text != ":":
                    continue
                return mention
        if place and frame.tokens[place - 1].text == ":" and frame.mentions:
            earlier = [each for each in frame.mentions if each.last < place]
            return earlier[-1] if earlier else None
        return None

    def _after(self, sentence: Sentence, frame: Frame, quoted: bool) -> None:
        """What a sentence leaves behind for those after it: who spoke, or whom it was about, and when."""
        if self.blocks[sentence.block].role is Role.HEADLINE:
            return
        early = sentence.block < self.lead_ends
        speaking = [
            each
            for each in frame.attributions
            if each.mention is not None and not each.naming and each.mention.gender != "it"
        ]
        self.cast.names(frame.mentions)
        if frame.tokens and frame.tokens[0].low in self.lexicon.indefinite and not quoted:
            # “Ein Stammgast winkt ab. „…“, sagt der Rentner.”
            self.cast.stranger = True
        about = next((each for each in frame.mentions if each.first < 4 and not each.governed), None)
        if about is not None and about.kind is Named.INSTITUTION:
            self.cast.is_about(self.cast.resolve(about, early=early))
        doubts = self.hidden[sentence.start : sentence.end].rstrip().endswith("?") and not speaking
        if not quoted and not doubts and not self.hidden.startswith("(", sentence.start):
            known = [
                each for each in frame.subjects if self.cast.knows(each) and not self._is_anothers_own(frame, each)
            ]
            mention = speaking[0].mention if speaking else next(iter(known), None)
            if mention is not None and (speaking or mention.kind in {Named.PERSON, Named.PRONOUN, Named.OFFICE}):
                speaker = self.cast.resolve(mention, early=early)
                # A pronoun that means nobody known stands for somebody else than spoke last.
                self.cast.speaks(speaker or Speaker(None, None))
                if speaker is None or (speaker.person is None and not speaking):
                    self._turn(frame)
            else:
                self._turn(frame)
            if speaking and speaking[0].mention is not None and asks(frame, speaking[0]):
                self.asked = True
                self.asker = self.cast.resolve(speaking[0].mention, early=early)
            for each in speaking:
                day = day_of(frame, each, self.hidden, self.lexicon)
                if day and not each.past and each.mention is not None:
                    speaker = self.cast.resolve(each.mention, early=early)
                    self.days.append((day, _key(speaker)))
                    if early and speaker is not None and speaker.person is None:
                        self.days.append((day, LEAD))
            if not speaking:
                day = day_of(frame, None, self.hidden, self.lexicon)
                if day and mention is not None:
                    self.days.append((day, _key(self.cast.resolve(mention, early=early))))

    def _is_anothers_own(self, frame: Frame, mention: Mention) -> bool:
        """`her sister`, `Ms. Munro’s father` who do not speak: the sentence goes on about whose they are."""
        owned = mention.owned or any(
            token.low.endswith(("’s", "'s")) and token.is_capital
            for token in frame.tokens[mention.first : mention.last]
        )
        return owned and mention.kind is Named.OFFICE

    def _turn(self, frame: Frame) -> None:
        """A sentence without a subject that speaks may name the one the next is about: “I wrote to Malcolm Ide.”"""
        named = [each for each in frame.mentions if each.kind is Named.PERSON and self.cast.knows(each)]
        speaker = self.cast.resolve(named[-1]) if named else None
        if speaker is not None:
            self.cast.turns_to(speaker)

    def _as_printed(self, mention: Mention) -> str:
        return " ".join(self.text[mention.start : mention.end].split())


def _surnames(mentions: Iterable[Mention], lexicon: Lexicon) -> frozenset[str]:
    """The last word of each full name, and its last words with their particles: `Laan`, `van der Laan`."""
    names = [
        each.name.split()
        for each in mentions
        if each.kind is Named.PERSON and each.name and (each.office or is_first_name(each.name.split()[0]))
    ]
    names = [name for name in names if len(name) > 1]
    particled = [
        " ".join(name[at:]) for name in names for at in range(1, len(name) - 1) if name[at] in lexicon.particles
    ]
    return frozenset([*(name[-1] for name in names), *particled])


def _key(speaker: Speaker | None) -> str | None:
    if speaker is None:
        return None
    return (speaker.name or speaker.office or "").lower() or None


def _with_days(found: Found, days: tuple[tuple[str, str | None], ...]) -> Found:
    return replace(found, days=found.days + days)


def _with_pending(found: list[Found], days: tuple[tuple[str, str | None], ...]) -> list[Found]:
    if found and days:
        found[0] = _with_days(found[0], days)
    return found
