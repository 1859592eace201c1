"""The kinds of Chinese words, told character by character.

Chinese is aligned by character, and a character means what its word means: 未 denies in 未曾 and not in 未来, 会 is a
modal in 将会 and none in 会议. So the text is cut by the longest match, from its end, in a lexicon of function words,
names and of the words that hold such a character without its meaning. The rest needs no cutting. A full segmenter
(jieba 0.42.1) was measured beside it: 0.6 to 1.2 s to start and 75 MB in every process, to know more of words that
protect nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quotes.model import EditClass
from quotes.text import is_unspaced
from quotes.verdict.chinese_names import COUNTRIES, SIDES, TITLES, TRANSLITERATING

_NEGATIONS: Final = (
    "不 没 没有 无 未 非 否 莫 勿 别 并不 并非 并未 并没有 从不 从未 从来不 从来没有 决不 绝不 毫不 毫无 不再 不曾 "
    "不必 不可 不能 不会 不应 不应该 "
    "不许 不得 不是 未曾 未必 尚未 不予 无权 无意 无法 无需 否认 拒绝 禁止 避免 停止 防止 拒不 难以 切勿 不要 不可能 "
    "不准 反对 抵制"
)
_MODALS: Final = (
    "能 能够 可 可以 必 必须 必将 必定 将 将会 将要 应 应该 应当 须 必需 需要 需 会 愿 愿意 想要 打算 准备 一定 "
    "一定会 务必 有必要 即将 不得不 有望 "
    "有能力 希望"
)
_HEDGES: Final = (
    "可能 或许 也许 大概 大约 左右 似乎 好像 恐怕 估计 据了解 据我了解 据我所知 据我们了解 据悉 据称 据说 据报道 "
    "我认为 我们认为 我觉得 我相信 "
    "我们相信 我想 看来 看起来 想必 未必 约 近 几乎 差不多 基本 基本上 相对 比较 较为 或将 疑似 涉嫌 所谓 吧"
)
_CONDITIONALS: Final = (
    "如果 若 假如 倘若 假使 要是 一旦 除非 只要 只有 即使 即便 哪怕 虽然 虽 尽管 但 但是 然而 不过 可是 否则 无论 "
    "不论 不管 是否 能否 可否 与否 "
    "的话 除了 除 既然 前提 取决于 在此基础上 与其 宁可 反而 却"
)
_QUANTIFIERS: Final = (
    "全 每 各 多 少 些 所有 一切 任何 全部 全体 一些 有些 有的 某些 某个 某 许多 很多 众多 大量 多数 大多数 绝大多数 "
    "绝大部分 少数 极少数 不少 大部分 "
    "部分 若干 几 始终 一贯 总是 经常 有时 往往 通常 从来 一直 普遍 广大 个别 完全 彻底 充分 根本 多次 一再 屡次 "
    "偶尔 每年 每天 各国 各方 更多 更少 "
    "越来越多 半数 过半 诸多 绝对 长期 进一步 高度 严重"
)
_SCALARS: Final = (
    "只 仅 仅仅 不仅 不但 不只 都 也 甚至 至少 最多 最少 起码 才 还 尚 已 已经 仍 仍然 依然 更 更加 最 只能 只是 "
    "单单 光 唯一 唯有 尤其 特别 主要 "
    "连 也是 刚 刚刚 曾 曾经 再 又"
)
_PREPOSITIONS: Final = (
    "对 从 向 以 把 被 给 由 为了 根据 按照 关于 针对 通过 之前 之后 以前 以后 以上 以下 以内 以外 之内 之外 以来 "
    "之间 之下 之上 内 外 前 后 上 下 "
    "超过 不超过 不到 低于 高于 多于 少于 截至 自 至 于 替 因 因为 由于"
)
_NUMBERS: Final = "〇 零 一 二 三 四 五 六 七 八 九 十 百 千 万 亿 两 半 倍 第一 首 双 单 成"
_UNITS: Final = (
    "元 美元 欧元 日元 英镑 卢布 人民币 港币 港元 吨 公斤 千克 克 公里 千米 米 海里 英里 平方公里 公顷 亩 度 升 桶 "
    "千瓦 个百分点 百分点 百分之 "
    "基点 摄氏度 立方米 剂"
)
_DATES: Final = (
    "年 月 日 号 今天 昨天 明天 前天 后天 今年 去年 明年 前年 后年 上周 本周 下周 上月 本月 下月 周一 周二 周三 周四 "
    "周五 周六 周日 星期一 星期二 "
    "星期三 星期四 星期五 星期六 星期日 星期天 上午 下午 中午 早上 晚上 凌晨 目前 现在 当前 近日 日前 昨日 今日 明日 "
    "小时 分钟 秒 世纪 年代 周年 "
    "季度 上半年 下半年 年底 年初 月底 个月 当天 同日 春节 国庆 届"
)
# Words that hold a character of the above without its meaning.
_OTHERS: Final = (
    "国家 未来 未免 同意 同样 别的 非洲 非常 南非 中非 北非 东非 西非 亚非 非盟 非法 特别 分别 区别 性别 级别 类别 "
    "别人 差别 识别 告别 不断 不同 不久 不禁 不幸 没收 "
    "沉没 淹没 出没 无疑 无人机 无线 无锡 无形 无国界 莫斯科 莫桑比克 "
    "能源 能力 功能 智能 核能 职能 产能 动能 性能 节能 效能 潜能 技能 太阳能 势能 赋能 本能 体能 可靠 可持续 认可 "
    "许可 可见 可耻 可悲 可怕 可爱 "
    "可惜 可笑 可观 可谓 可信 可行 可再生 必然 必要 势必 将军 将士 将领 将来 来自 应对 响应 反应 供应 相应 适应 应用 "
    "应急 回应 效应 应邀 对应 急需 "
    "需求 会议 会谈 会晤 会见 会面 大会 机会 社会 委员会 协会 峰会 学会 会员 会场 议会 国会 聚会 年会 全会 两会 例会 "
    "记者会 座谈会 理事会 安理会 "
    "联合会 基金会 工会 教会 会同 会上 会后 冬奥会 奥运会 运动会 进博会 博览会 愿望 意愿 志愿 心愿 自愿 "
    "约定 条约 公约 契约 合约 约束 节约 纽约 违约 附近 接近 亲近 邻近 最近 靠近 如何 例如 诸如 如此 如下 若是 "
    "全面 全球 安全 健全 全力 全国 全社会 全天候 全世界 全人类 全文 各自 多边 多极 多样 多元 多年 至多 减少 缺少 "
    "少数民族 青少年 少年 好些 几内亚 "
    "只争朝夕 首都 成都 都市 京都 也门 还是 还有 归还 偿还 返还 已故 更新 更换 变更 最终 最后 最近 刚果 曾孙 再次 "
    "再见 人才 才能 天才 光明 光荣 观光 "
    "曝光 大连 连接 连续 接连 牵连 又是 "
    "对话 对抗 对方 面对 对象 对立 对等 对手 敌对 绝对 核对 对外 对内 从事 服从 从而 方向 一向 倾向 走向 动向 导向 "
    "以色列 以及 所以 加以 予以 "
    "以为 以往 以便 给予 给付 自由 理由 由衷 国内 境内 境外 国外 外交 外长 外国 外贸 海外 对外 外部 外界 外商 外资 "
    "涉外 意外 例外 外交部 外方 内政 "
    "内容 内部 前提 前景 前往 前进 前列 提前 面前 前途 后果 落后 战后 背后 先后 上海 上升 上述 上合 下降 下去 下来 "
    "天下 自己 自身 自主 各自 自治 "
    "自卫 至今 甚至于 冬至 关于 基于 由于 对于 处于 属于 终于 等于 位于 有利于 致力于 归于 于是 源于 有助于 因此 "
    "因素 原因 病因 "
    "一个 一致 一样 一起 一定程度 一道 一系列 统一 之一 一带一路 一国两制 十分 万一 三亚 四川 五角大楼 九龙 百姓 "
    "千方百计 两岸 半岛 单位 单边 双边 "
    "双方 首脑 首相 首席 首次 成员 成立 成为 成功 成果 完成 成就 达成 形成 造成 构成 促成 零和 三边 一员 "
    "元首 单元 公元 纪元 程度 态度 制度 高度 角度 印度 力度 年度 密度 进度 过度 度过 限度 尺度 上升 提升 克服 "
    "巴基斯坦 攻克 米莱 "
    "年轻 青年 青少年 年级 晚年 月球 岁月 日本 日方 日益 日常 节日 生日 日内瓦 日程 号召 口号 信号 符号 型号 "
    "目的 的确 的士 了解 为了 除了 了不起 得了 土地 地区 地方 当地 各地 地位 地缘 基地 阵地 领地 地球 地震 目的地 "
    "地图 实地 外地 内地 场地 地点 取得 "
    "获得 得到 值得 赢得 使得 得出 得以 得益 得知 觉得 心得 难得 得不到 获得感 要求 主要 重要 需要 必要 只要 "
    "反复 呢绒 啊呀 过程 通过 过去 经过 超过 不过 越过 过分 过渡 着力 着眼 着手 沿着 随着 意味着"
)
# Said and meant as little as an English article; the aspect of 了, 过 and 着 is a tense, and counts as inflection.
_SMALL: Final = "的"
_ASPECTS: Final = "了 过 着 地 得"
_FILLERS: Final = "呢 啊 嗯 呃 哦 呀 嘛 哎 唉 喔"
# Exchanged for one another they are spelling: 地 for 的, 得 for 地.
STRUCTURAL: Final = frozenset("的地得")
# Said in passing where pauses set them off; elsewhere they point at something.
PAUSE_FILLERS: Final = (("这", "个"), ("那", "个"), ("就", "是", "说"), ("怎", "么", "说", "呢"), ("那", "么"))

# What stands first counts where a word is in two of them.
_KINDS: Final = (
    (_NEGATIONS, EditClass.NEGATION),
    (_MODALS, EditClass.MODAL),
    (_NUMBERS, EditClass.NUMBER),
    (_CONDITIONALS, EditClass.CONDITIONAL),
    (_QUANTIFIERS, EditClass.QUANTIFIER),
    (_HEDGES, EditClass.HEDGE),
    (_SCALARS, EditClass.SCALAR),
    (_UNITS, EditClass.UNIT),
    (_DATES, EditClass.DATE),
    (_PREPOSITIONS, EditClass.PREPOSITION),
    (_SMALL, EditClass.ARTICLE),
    (_ASPECTS, EditClass.INFLECTION),
    (_FILLERS, EditClass.FILLER),
    (COUNTRIES, EditClass.NAME),
    (SIDES, EditClass.NAME),
    (_OTHERS, EditClass.CONTENT),
)
_LEXICON: Final = {word: kind for words, kind in reversed(_KINDS) for word in words.split()}
# The lengths of the words that end in a character, longest first.
_ENDING_IN: Final = {
    last: sorted({len(word) for word in _LEXICON if word[-1] == last}, reverse=True)
    for last in {word[-1] for word in _LEXICON}
}
# Who bears a title stands before it, in as many characters: 王毅国务委员.
_TITLED: Final = re.compile(
    rf"(?P<name>[^的和与同及等各院部党军府市省州区会家民任副前原]{{2,4}})(?:{TITLES.replace(' ', '|')})"
)
# The characters that foreign names are written with; three in a row that are no word are a name.
_FOREIGN: Final = re.compile(f"[{TRANSLITERATING}]{{3,}}")


def chinese_kinds(norms: Sequence[str]) -> list[EditClass | None]:
    """For each folded character the kind of the word that it stands in, CONTENT where that protects nothing; None for
    what is not Chinese."""
    kinds: list[EditClass | None] = [EditClass.CONTENT if is_unspaced(norm) else None for norm in norms]
    for first, last in _runs(norms):
        text = "".join(norms[first:last])
        for start, end, kind in _words(text):
            kinds[first + start : first + end] = [kind] * (end - start)
        for start, end in _named(text):
            kinds[first + start : first + end] = [EditClass.NAME] * (end - start)
    return kinds


def _runs(norms: Sequence[str]) -> Iterator[tuple[int, int]]:
    first = None
    for place, norm in enumerate(norms):
        if is_unspaced(norm):
            first = place if first is None else first
        elif first is not None:
            yield first, place
            first = None
    if first is not None:
        yield first, len(norms)


def _words(text: str) -> Iterator[tuple[int, int, EditClass]]:
    """The words of the lexicon in `text`, from the end, the longest first: 不同意 is 不 and 同意."""
    end = len(text)
    while end:
        for length in _ENDING_IN.get(text[end - 1], ()):
            kind = _LEXICON.get(text[end - length : end]) if length <= end else None
            if kind is not None:
                yield end - length, end, kind
                end -= length
                break
        else:
            end -= 1


def _named(text: str) -> Iterator[tuple[int, int]]:
    """The names of people: what bears a title, and what is written as foreign names are."""
    for found in _TITLED.finditer(text):
        words = [end for _, end, _ in _words(found["name"])]
        first = found.start("name") + max(words, default=0)
        if found.end("name") - first > 1:
            yield first, found.end("name")
    for found in _FOREIGN.finditer(text):
        if not any(True for _ in _words(found[0])):
            yield found.span()
