"""What changes a job in Redis, each in one step: scripts that Redis runs as a whole.

onrecord:job:ID             hash: the fields of `Job`, `fed`, `v:VERDICT`, `webhook_tries`
onrecord:job:ID:input       hash: chunk number → what is to be checked; gone when it is
onrecord:job:ID:results     hash: chunk number → what came of it
onrecord:job:ID:tries       hash: a:N attempts, m:N the unit that is being checked, s:N strikes by unit
onrecord:job:ID:decisions   hash: row key → decision
onrecord:key:KEY            hash: id, fingerprint; of an Idempotency-Key
onrecord:jobs               sorted set: ids by the time they came
onrecord:open               set: ids of jobs that are not over
onrecord:webhooks           sorted set: ids by the time their end is to be told
onrecord:expiring           sorted set: ids of jobs that are over by the time until which they are kept
onrecord:rows               count of result rows, ever

None of these has an end that Redis knows of, for a Redis that is full drops such keys first (volatile-lru); what was
kept long enough is dropped by who works.
"""

from __future__ import annotations

from typing import Final

# KEYS of all: job, input, results, tries, decisions, open, webhooks, key or rows.
_END: Final = """
local function over(state, now, keep, problem)
    redis.call('HSET', KEYS[1], 'state', state, 'finished', now, 'expires', now + keep)
    redis.call('HINCRBY', KEYS[1], 'version', 1)
    if problem then redis.call('HSET', KEYS[1], 'problem', problem) end
    local id = redis.call('HGET', KEYS[1], 'id')
    if redis.call('HEXISTS', KEYS[1], 'webhook') == 1 then
        redis.call('HSET', KEYS[1], 'webhook_state', 'due')
        redis.call('ZADD', KEYS[7], now, id)
    end
    redis.call('SREM', KEYS[6], id)
    redis.call('DEL', KEYS[2], KEYS[4])
    redis.call('ZADD', 'onrecord:expiring', now + keep, id)
end
local state = redis.call('HGET', KEYS[1], 'state')
"""

# KEYS[8]: the key's hash, or nothing. ARGV: id, fingerprint, created, chunks, then fields and values. The id that holds
# the key, '' where it was used for something else, nil where the chunks are not all there.
ADD: Final = """
if redis.call('HLEN', KEYS[2]) ~= tonumber(ARGV[4]) then return nil end
if KEYS[8] then
    local held = redis.call('HMGET', KEYS[8], 'id', 'fingerprint')
    if held[1] then return held[2] == ARGV[2] and held[1] or '' end
    redis.call('HSET', KEYS[8], 'id', ARGV[1], 'fingerprint', ARGV[2])
    redis.call('HSET', KEYS[1], 'key', KEYS[8])
end
redis.call('HSET', KEYS[1], unpack(ARGV, 5))
redis.call('PERSIST', KEYS[2])
redis.call('SADD', KEYS[6], ARGV[1])
redis.call('ZADD', 'onrecord:jobs', ARGV[3], ARGV[1])
return ARGV[1]
"""

# ARGV: now. Ids of jobs that were kept long enough, which are gone with this.
EXPIRE: Final = """
local ids = redis.call('ZRANGEBYSCORE', 'onrecord:expiring', '-inf', ARGV[1])
for _, id in ipairs(ids) do
    local job = 'onrecord:job:' .. id
    local named = redis.call('HGET', job, 'key')
    if named then redis.call('DEL', named) end
    redis.call('DEL', job, job .. ':input', job .. ':results', job .. ':tries', job .. ':decisions')
    redis.call('ZREM', 'onrecord:expiring', id)
    redis.call('ZREM', 'onrecord:jobs', id)
    redis.call('ZREM', 'onrecord:webhooks', id)
end
return ids
"""

# ARGV: chunk number, now. Attempt and strikes, or nil where it is not wanted.
BEGIN: Final = """
local state = redis.call('HGET', KEYS[1], 'state')
if (state ~= 'queued' and state ~= 'running') or redis.call('HEXISTS', KEYS[2], ARGV[1]) == 0 then return nil end
if state == 'queued' then
    redis.call('HSET', KEYS[1], 'state', 'running', 'started', ARGV[2])
    redis.call('HINCRBY', KEYS[1], 'version', 1)
end
local strikes = cjson.decode(redis.call('HGET', KEYS[4], 's:' .. ARGV[1]) or '{}')
local mark = redis.call('HGET', KEYS[4], 'm:' .. ARGV[1])
if mark then
    strikes[mark] = (strikes[mark] or 0) + 1
    redis.call('HDEL', KEYS[4], 'm:' .. ARGV[1])
    redis.call('HSET', KEYS[4], 's:' .. ARGV[1], cjson.encode(strikes))
end
return {redis.call('HINCRBY', KEYS[4], 'a:' .. ARGV[1], 1), cjson.encode(strikes)}
"""

# ARGV: chunk number, result, units, rows, errors, verdicts, now, keep. 1 where it was kept, else 0.
FINISH: Final = (
    _END
    + """
if state ~= 'running' or redis.call('HSETNX', KEYS[3], ARGV[1], ARGV[2]) == 0 then return 0 end
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('HDEL', KEYS[4], 'a:' .. ARGV[1], 'm:' .. ARGV[1], 's:' .. ARGV[1])
redis.call('HINCRBY', KEYS[1], 'version', 1)
redis.call('HINCRBY', KEYS[1], 'done', ARGV[3])
redis.call('HINCRBY', KEYS[1], 'quotes', ARGV[4])
redis.call('HINCRBY', KEYS[1], 'errors', ARGV[5])
redis.call('INCRBY', KEYS[8], ARGV[4])
for verdict, count in pairs(cjson.decode(ARGV[6])) do redis.call('HINCRBY', KEYS[1], 'v:' .. verdict, count) end
if redis.call('HINCRBY', KEYS[1], 'chunks_done', 1) == tonumber(redis.call('HGET', KEYS[1], 'chunks')) then
    over('done', tonumber(ARGV[7]), tonumber(ARGV[8]))
end
return 1
"""
)

# ARGV: state, now, keep, problem or ''.
END: Final = (
    _END
    + """
if state ~= 'queued' and state ~= 'running' then return 0 end
over(ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4] ~= '' and ARGV[4] or nil)
return 1
"""
)

# ARGV: how many chunks may be in the queue at a time. The numbers of those that should be there now.
FEED: Final = """
local chunks = tonumber(redis.call('HGET', KEYS[1], 'chunks') or 0)
local fed = tonumber(redis.call('HGET', KEYS[1], 'fed') or 0)
local open = {}
for _, number in ipairs(redis.call('HKEYS', KEYS[2])) do
    if tonumber(number) < fed then open[#open + 1] = tonumber(number) end
end
while #open < tonumber(ARGV[1]) and fed < chunks do
    open[#open + 1] = fed
    fed = fed + 1
end
redis.call('HSET', KEYS[1], 'fed', fed)
return open
"""

# What is held of row ARGV[2] where it is not of the version ARGV[1], '' for any; '' where nothing is.
_SEEN: Final = """
local held = redis.call('HGET', KEYS[5], ARGV[2])
local at = held and cjson.decode(held)['version'] or 0
if ARGV[1] ~= '' and tonumber(ARGV[1]) ~= at then return held or '' end
"""

# ARGV: version seen or '', row, decision, note, text or '', whether there is a text, now. The version.
DECIDE: Final = f"""
if redis.call('EXISTS', KEYS[1]) == 0 then return nil end
{_SEEN}
redis.call('HSET', KEYS[5], ARGV[2], cjson.encode({{decision = ARGV[3], note = ARGV[4],
    text = ARGV[6] == '1' and ARGV[5] or cjson.null, at = tonumber(ARGV[7]), version = at + 1}}))
return at + 1
"""

# ARGV: version seen or '', row.
UNDECIDE: Final = f"""
{_SEEN}
redis.call('HDEL', KEYS[5], ARGV[2])
return nil
"""

# ARGV: now, wait, so often. Ids whose end is to be told now; they are due again later, each time after twice as long.
DUE: Final = """
local ids = redis.call('ZRANGEBYSCORE', 'onrecord:webhooks', '-inf', ARGV[1])
for _, id in ipairs(ids) do
    local tries = redis.call('HINCRBY', 'onrecord:job:' .. id, 'webhook_tries', 1)
    redis.call('ZADD', 'onrecord:webhooks', ARGV[1] + ARGV[2] * 2 ^ (tries - 1), id)
end
return ids
"""
