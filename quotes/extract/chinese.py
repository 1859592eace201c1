"""Speakers in Chinese: no spaces, no capital letters, so offices, surnames and verbs are matched as they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from quotes.extract.sentences import MASK
from quotes.model import QuotationKind

_OFFICES: Final = (
    "发言人|使节|副部长|部长|副总统|总统|国家主席|主席|副总理|总理|外长|大使|副局长|局长|司长|"
    "副主任|主任|书记|秘书长|副市长|市长|省长|州长|议员|教授|专家|分析师|经济学家|总裁|董事长|负责人|首相|国务卿|参赞|"
    "站长|校长|院长|船长|工程师|渔民|居民|学者|研究员|委员|委员长|财长|防长|行长|总监|会长|法官|检察官|律师|总领事|厅长|科学家|"
    "目击者|大队长|支队长|首席预报员|预报员|评论员|飞行员|运动员|服务员|店员|船员|队员|处长|科长|组长|班长|店长|社长|台长|团长|议长|参议员|众议员|县议员|市议员|里长|首席大臣|外交大臣|财政大臣|国防大臣|内政大臣|内阁大臣|大臣|外务卿|财政卿|首席谈判代表|代表|特使|新闻官|新闻秘书|秘书|村长|镇长|区长|县长|乡长|农民|工人|游客|市民|村民|乘客|司机|学生|店主|老板|经理|总经理|总编辑|编辑|作家|导演|演员|教练|球员|分析人士|知情人士|官员|顾问|研究所所长|理事长|理事|监事|首席科学家|气象学家|地质学家|历史学家|生物学家|物理学家|妻子|丈夫|母亲|父亲|儿子|女儿|所长|署长|司令|少将|中将|上将|海军上将|港务长|队长|老师|医生|总干事|首席执行官|"
    "次长|教师|讲师|外卖员|快递员|骑手|志愿者|摊主|商户|业主|租户|家长|网友|旅客|上班族|大学生|研究生|博士|院士|主持人|队长|机长|厂长|站务员|警员|探员|消防员|护士|护理师|主播|召集人|发起人|创始人|创办人|候选人|经纪人|执行长|营运长|财务长|副校长|副院长|副总裁|副总经理|副司长|副处长|副厅长|立委|议员们|检察长|总检察长|参谋长|将军|牧师|主教|农户|渔民们|店员|摄影师|设计师|建筑师|规划师|会计师|药师|厨师|司仪|负责人"
)
_INSTITUTIONS: Final = (
    "外交部|国防部|商务部|财政部|教育部|卫生部|环境部|能源部|交通部|农业部|司法部|内政部|水利部|渔业部|[\u4e00-\u9fff]{1,8}?部|"
    "[\u4e00-\u9fff]{1,6}(?:委员会|办公室|办公厅|总统府|代表团|使团|集团|基金会|联盟|联合会|商会|总会|医院|学校|大学|研究所|研究院|博物馆|报|通讯社|警方|军方|院方|校方|管理局|总局|使馆|大使馆|政府|当局|协会|电视台|电台|报社|银行|法院|议会|工会|公司|港务局|局|署|处|县府|市府|府方)|白宫|国务院|欧盟|联合国"
)
_SURNAMES: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "华耿习栾温骆樊兰殷施陶洪翟安颜倪严牛季俞章鲁葛伍韦申尤毕聂焦柳邢岳齐梅莫庄辛祝左涂谷祁舒牟詹关苗凌费"
    "纪靳盛童欧甄项曲游裴席查屈鲍霍翁甘景柏宁柯阮桂闵柴冉饶瞿戚丘古米池滕褚简娄穆燕郎卓艾蓝虞楚佟宗桑荆"
)
VERBS: Final = (
    "抗议|召见|拒绝|反对|说|表示|指出|强调|宣布|声称|称|回应|回答|答道|补充|重申|认为|坦言|透露|介绍|呼吁|警告|"
    "批评|写道|问道|反问|直言|承诺|否认|解释|告诉|谴责|驳斥|形容|评价|提醒|主张|感叹|回忆|讲述|断言|敦促|保证|抱怨|澄清|道歉|致歉|直指|痛批|质疑|喊话|发文|撰文|留言|称赞|笑称|坦承|证实|分析|说明|直呼|吐槽|抨击|反驳|嘲讽|调侃|感慨|建议|要求|解读|评论|预测|预计|担心|斥责|斥|承认|喊道|陈述|笑言|强调说|坦陈|指称|断定|力挺|背书|叮嘱|嘱咐|嚷|喊|叫道|笑道|叹道|说道|写着|写有|答(?!案)|问(?!题)"
)
_NAMING: Final = re.compile(r"(?:称|形容|描述|斥|评价|定性|誉|比作|称作|叫做)[^，。；]{0,14}?(?:为|是|作|成)?$")
_DAY: Final = re.compile(
    r"(?P<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日|(?<![\d月])\d{1,2}日|周[一二三四五六日天]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|"
    r"昨天|昨日|今天|今日)"
)
_ADVERBS: Final = (
    r"(?:当天|当日|日前|随后|还|也|则|又|再次|进一步|同时|对此|在[^，。]{1,24}?(?:上|中|时|会上|后|里)|就此|就[^，。]{1,20}?|"
    r"对[^，。]{1,14}?|向[^，。]{1,10}?|接着|继续|明确|曾|公开|(?:（[^）]*）)|明确|郑重|最后|并|晚间|上午|下午|晚|早些时候|再度|"
    r"于|在|主持[^，。]{1,12}?|接受[^，。]{1,16}?时|出席[^，。]{1,16}?时|其后|首先|微笑着|生气地|简短地)"
)
_FOLLOW: Final = (
    rf"(?=$|[，,。、：:（(\s{MASK}]|{VERBS}|周[一二三四五六日]|星期|\d|今天|昨天|当天|日前|随后|在|对|就|还|也|则|又|再|进一步|于|向|接|昨|今|晚|当日|当晚|召开|发表|率|致|早|上午|下午|凌晨|近日|前一|刚|正|已|一边|笑|摇头|叹|指着|此前|先前|首先|发言|坦|当晚|则|却|并|曾|主持|出席|明确|"
    r"同时|是|的|并|曾|公开|继续)"
)
_COMPOUND_SURNAMES: Final = (
    "欧阳|司徒|司马|上官|诸葛|夏侯|慕容|东方|皇甫|尉迟|公孙|长孙|宇文|令狐|端木|百里|轩辕|闻人|澹台|独孤|南宫|呼延|钟离"
)
_NAME: Final = (
    rf"(?:(?:{_COMPOUND_SURNAMES})[\u4e00-\u9fff]{{1,2}}?{_FOLLOW}|[小阿老][{_SURNAMES}]{_FOLLOW}|[{_SURNAMES}老](?:某某?|女士|先生|小姐|奶奶|爷爷|大爷|阿姨|师傅)"
    rf"|[\u4e00-\u9fff]{{1,6}}?(?:·[\u4e00-\u9fff]{{1,8}}?)+|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?){_FOLLOW}"
)
_SURNAMED: Final = re.compile(rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}")
_HOLDER: Final = re.compile(
    rf"(?P<office>[\u4e00-\u9fff]{{0,14}}?(?:{_OFFICES}))(?!办公室|办公厅|府|团|会(?!长)|处|们)(?P<name>{_NAME})?"
)
_PRONOUN: Final = re.compile(r"(?:^|(?<=[，,。；;：:、后时]))(?P<pronoun>他们|她们|他|她)(?![\u4e00-\u9fff]{0,3}的)")
_PLACE: Final = re.compile(
    "中国|中方|巴基斯坦|美国|美方|俄罗斯|俄方|日本|日方|法国|法方|德国|德方|欧盟|[\u4e00-\u9fff]{1,4}方"
)
_BEFORE_OFFICE: Final = re.compile(
    r"^(?:据|对此|由|但是|但|而|不过|同时|此外|另外|随后|当天|当日|对|在|针对|(?:周|星期)[一二三四五六日天]|今天|昨天|记者问|"
    r"[\u4e00-\u9fff]{0,10}(?:提问|询问|问及|会见|采访|要求|告诉|请|前|时)(?=[\u4e00-\u9fff]))"
)
_SCARE: Final = re.compile(r"(?:所谓的?|号称|自称)$")
# “算‘经济账’”, “存成‘罐头讯息’”: what a thing is made or counted as, in few letters.
_COINED: Final = re.compile(r"(?:[算存变當当]成|算作?|成了|成为|当作|當作)$")
_TERM_BEFORE: Final = re.compile(
    r"(?:被称为|被称作|又称|俗称|简称|叫做|叫作|名为|意为|意思是|一词是|词语|术语|概念|口号|被叫做|俗名|绰号|词)$"
)
_TERM_AFTER: Final = re.compile(
    r"^(?:一词|这个词|二字|两字|两个字|三个字|四个字|字样|这一概念|这一说法|一语|这一术语|这个概念|这个说法|这一表述)"
)
_TITLE_BEFORE: Final = re.compile(
    r"(?:题为|标题为|台风|飓风|轮船|客轮|货轮|军舰|护卫舰|渔船|卫星|飞船|火箭|品牌|节目|栏目|话剧|京剧|诗歌|散文|电影|影片|小说|歌曲|专辑|一书|纪录片|电视剧|展览|画作|著作|文章|报告|新书|主题为)$"
)
_TITLE_AFTER: Final = re.compile(r"^(?:号|一书|一文|展览|计划|行动|倡议|工程|项目|大桥|号船|号货轮|系列|节|奖)")
_STOP: Final = re.compile(r"[。！？…]$")
_OCCASION: Final = re.compile("记者会|发布会|吹风会|讲话|听证会|采访")
_ASKED: Final = re.compile("如何|有何|怎么|怎样|是否")
_REPORTED: Final = re.compile(rf"(?:{VERBS})")


_ANY_DAY: Final = _DAY.pattern.replace("?P<day>", "?:")
# Behind a quotation: who, when and how, the verb.
_AFTER: Final = re.compile(
    rf"[，,—\s]*(?P<who>[^，。；：{MASK}]{{1,30}}?)(?:{_ADVERBS}|{_ANY_DAY})*(?P<verb>{VERBS})(?:道|着)?"
    r"(?=[，,。：:！？\s]|$|记者|在|对)"
)


# “一位老食客笑道”: somebody of whom nothing else is known.
_ANYBODY: Final = re.compile(
    r"(?:一位|一名|有位|有名|某位|多位|多名|不少|几位|另一位|另一名)(?P<who>[\u4e00-\u9fff]{2,8})$"
)


@dataclass(slots=True)
class ChinesePerson:
    name: str
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Who speaks: `person` where the article names them, else what is printed of an office."""

    person: ChinesePerson | None
    office: str | None
    printed: str | None
    verb: str | None


class ChineseReader:
    """Reads the sentences of one article in their order."""

    def __init__(self, hidden: str) -> None:
        self.people: list[ChinesePerson] = []
        self.recent: Said | None = None
        for found in _HOLDER.finditer(hidden):
            if found["name"]:
                self._enter(found["name"], _office(found["office"]))
            else:
                name = _recurring(hidden, found.end())
                if name is not None:
                    self._enter(name, _office(found["office"]))
        # Names whose bearers hold no office are told by the verb behind them.
        for found in re.finditer(rf"(?:^|[，。；的\n])(?P<name>{_NAME})(?=(?:{_ADVERBS})*(?:{VERBS}))", hidden):
            self._enter(found["name"], None)

    def _enter(self, name: str, office: str | None) -> None:
        for person in self.people:
            if person.name == name:
                if office and len(office) > len(person.office or ""):
                    person.office = office
                return
        self.people.append(ChinesePerson(name, office))

    def subject(self, sentence: str) -> Said | None:
        """Who speaks in a sentence without quotations: whoever stands before its first verb."""
        verb = _REPORTED.search(sentence)
        return self._who(sentence[: verb.start()], verb[0]) if verb else None

    def said(self, before: str, behind: str, *, heading: bool = False) -> Said | None:
        """Who says the quotation that `before` and `behind` stand around, in its sentence."""
        after = None if before.endswith(("：", ":")) else _AFTER.match(behind)
        if after is not None:
            said = (
                None
                if _REPORTED.search(after["who"]) or _ASKED.search(after["who"])
                else self._who(after["who"], after["verb"])
            )
            if said is not None:
                return said
            anybody = _ANYBODY.match(after["who"])
            if anybody:
                return Said(None, anybody["who"], after["who"], after["verb"])
        if heading:
            colon = re.match(r"\s*(?P<who>[^：:]{1,16})[：:]\s*$", before)
            if colon:
                said = self._who(colon["who"], None)
                if said is not None:
                    return said
        verbs = [verb for verb in _REPORTED.finditer(before) if before[verb.start() - 1 : verb.start()] != "的"]
        for verb in reversed(verbs):
            said = self._who(before[: verb.start()], verb[0])
            if said is not None:
                return said
        if verbs and _has_subject(before[: verbs[-1].start()]):
            return Said(None, None, None, verbs[-1][0])
        if verbs and self.recent is not None:
            return Said(self.recent.person, self.recent.office, None, verbs[-1][0])
        if before.endswith(("：", ":")) and not heading:
            # “邹大勇刚领到通知书，忿忿不平：”: whoever it is, it is not simply whoever spoke last.
            return self._who(before, None) or Said(None, None, None, None)
        attributed = re.search(r"(?:据|按照|用)(?P<who>[^，。]{2,20})(?:的话|的说法|介绍|透露)", before + behind)
        if attributed:
            return self._who(attributed["who"], None)
        return None

    def about(self, sentence: str) -> str | None:
        """A sentence in which nobody speaks may still say whom the next one means, and on which day they met the press:
        that day, where there is one."""
        opening = sentence[:40]
        for person in self.people:
            if person.name in opening:
                self.recent = Said(person, person.office, None, None)
                break
        else:
            return None
        day = _DAY.search(sentence)
        return day["day"] if day and _OCCASION.search(sentence) else None

    def _who(self, words: str, verb: str | None) -> Said | None:
        """The speaker named last in `words`, who stands before the verb."""
        clauses = [clause for clause in re.split(rf"[，,；;：:。{MASK}]", words) if clause]
        for clause in reversed(clauses):
            found = self._named(clause)
            if found is not None:
                return Said(found.person, found.office, found.printed, verb)
        return None

    def _named(self, clause: str) -> Said | None:
        """Whom a clause names: a person, a pronoun, the holder of an office, an institution, a state; in this order."""
        named = [person for person in self.people if person.name in clause]
        if named:
            person = max(named, key=lambda each: clause.rfind(each.name))
            return Said(person, person.office, person.name, None)
        for person in self.people:
            surname = person.name.split("·")[-1]
            if surname != person.name and surname in clause:
                return Said(person, person.office, surname, None)
        pronoun = _PRONOUN.search(clause)
        if pronoun:
            recent = self.recent
            return Said(recent.person if recent else None, recent.office if recent else None, pronoun["pronoun"], None)
        holder = list(_HOLDER.finditer(clause))
        if holder:
            return self._holder(_office(holder[-1]["office"]))
        pattern = rf"(?:{_BEFORE_OFFICE.pattern})?(?P<institution>(?:{_INSTITUTIONS})+)"
        # “负责施工的恒筑集团”: what stands before 的 only says which.
        institution = re.match(pattern, clause) or re.match(pattern, clause[clause.rfind("的") + 1 :])
        if institution:
            return self._spoken_for(institution["institution"], institution["institution"][-3:])
        place = _PLACE.match(clause)
        return self._spoken_for(place[0], place[0].removesuffix("方")) if place else None

    def _holder(self, printed: str) -> Said:
        fitting = [person for person in self.people if person.office and _fits(printed, person.office)]
        if self.recent is not None and self.recent.person in fitting:
            return Said(self.recent.person, self.recent.office, printed, None)
        if fitting:
            return Said(fitting[0], fitting[0].office, printed, None)
        return Said(None, printed, printed, None)

    def _spoken_for(self, printed: str, telling: str) -> Said:
        """An institution or state, or the one spokesperson that the article has for it."""
        spokes = [person for person in self.people if person.office and "发言人" in person.office]
        fitting = [person for person in spokes if person.office and telling in person.office]
        if len(fitting) == 1:
            return Said(fitting[0], fitting[0].office, printed, None)
        return Said(None, printed, printed, None)


_NO_SUBJECT: Final = re.compile(
    rf"(?:{_ADVERBS}|{_ANY_DAY}|{_BEFORE_OFFICE.pattern[1:]}|其中|其|据悉|此外|因此|所以|因为|如果|以及|并且|或者|但是|不过)+"
)


def _has_subject(before: str) -> bool:
    """Whether something stands before a verb that may be its subject, though nobody is known by it."""
    clause = re.split(rf"[，,；;：:。{MASK}]", before)[-1]
    return len(_NO_SUBJECT.sub("", clause)) > 1


def _recurring(text: str, at: int) -> str | None:
    """The name behind an office where no word shows how long it is: as much of it as the article has again."""
    for size in (3, 2):
        name = text[at : at + size]
        if _SURNAMED.fullmatch(name) and text.count(name) > 1:
            return name
    return None


def _office(printed: str) -> str:
    while True:
        cut = _BEFORE_OFFICE.sub("", printed)
        if cut == printed or not cut:
            return printed
        printed = cut


def _fits(printed: str, office: str) -> bool:
    head = re.search(rf"(?:{_OFFICES})$", printed)
    if head is None or not office.endswith(head[0]):
        return False
    specific = printed[: head.start()]
    return (
        not specific
        or specific in office
        or office.startswith(specific[-3:])
        or all(letter in office for letter in specific[-3:])
    )


def chinese_kind(
    words: str, before: str, behind: str, said: Said | None, *, heading: bool, somebody: bool
) -> QuotationKind:
    """What marks are for. `before` and `behind` are of the sentence, other quotations masked."""
    count = sum(letter.isalnum() for letter in words)
    if not count:
        return QuotationKind.OTHER
    if _SCARE.search(before) and count < 12:
        return QuotationKind.SCARE
    if _COINED.search(before) and count < 6:
        return QuotationKind.SCARE
    if _TITLE_BEFORE.search(before) and count < 24 and "，" not in words and not _STOP.search(words):
        return QuotationKind.TITLE
    if (_TERM_BEFORE.search(before) or _TERM_AFTER.match(behind)) and count < 12:
        return QuotationKind.TERM
    if before.endswith(("：", ":")) or _STOP.search(words) or words.endswith("，"):
        return QuotationKind.SPEECH
    if _NAMING.search(before):
        return QuotationKind.SPEECH
    if count <= 6 and _TITLE_AFTER.match(behind):
        return QuotationKind.TITLE
    embedded = re.match(r"[\u4e00-\u9fff]", behind) is not None and not re.search(
        rf"(?:{VERBS})(?:了|道)?[，,：:]?$|是$|为$", before
    )
    if heading:
        return QuotationKind.SPEECH if count >= 4 else QuotationKind.SCARE
    if said is not None and not (embedded and count <= 5):
        return QuotationKind.SPEECH
    if count >= 8 and somebody:
        return QuotationKind.SPEECH
    return QuotationKind.SPEECH if count >= 14 else QuotationKind.SCARE


def chinese_day(before: str, behind: str, said: Said | None) -> str | None:
    """The day that the sentence says it was said on."""
    sentence = before + MASK + behind
    for found in _DAY.finditer(sentence):
        rest = sentence[found.end() :]
        if rest.startswith(("电", "讯")):
            # The day of a dateline: “澜城5月6日电”.
            continue
        verb = _REPORTED.search(rest)
        mask = rest.find(MASK)
        if found.start() > len(before):
            rest_clause = re.split("[，。；]", behind[found.end() - len(before) - 1 :])[0]
            if _REPORTED.search(rest_clause):
                return found["day"]
            continue
        if verb and (mask < 0 or verb.start() < mask or found.start() < len(before)):
            gap = rest[: verb.start()]
            if len(gap) <= 40 and "。" not in gap:
                return found["day"]
    return None
