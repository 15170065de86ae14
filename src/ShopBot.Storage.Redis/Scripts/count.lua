-- KEYS: counter (hash), window (list). ARGV: amount, size, length (us), most.
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local size, length = tonumber(ARGV[2]), tonumber(ARGV[3])
local f = redis.call('HMGET', KEYS[1], 'from', 'counted')
local from, counted = tonumber(f[1] or '0'), tonumber(f[2] or '0')
if now - from >= length then from, counted = now, 0 end
local amount = math.max(0, math.min(tonumber(ARGV[1]), tonumber(ARGV[4]) - counted))
for _ = 1, amount do redis.call('LPUSH', KEYS[2], string.format('%.0f', now)) end
redis.call('LTRIM', KEYS[2], 0, size - 1)
redis.call('PEXPIRE', KEYS[2], math.ceil(length / 1000) + 1000)
redis.call('HSET', KEYS[1], 'from', string.format('%.0f', from), 'counted', counted + amount)
if redis.call('PTTL', KEYS[1]) < length / 1000 + 1000 then redis.call('PEXPIRE', KEYS[1], math.ceil(length / 1000) + 1000) end
return amount
