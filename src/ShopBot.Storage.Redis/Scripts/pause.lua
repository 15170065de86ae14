-- KEYS: counter (hash). ARGV: length (us). A pause never ends another one earlier.
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local til = now + tonumber(ARGV[1])
if tonumber(redis.call('HGET', KEYS[1], 'pause') or '0') < til then redis.call('HSET', KEYS[1], 'pause', string.format('%.0f', til)) end
local least = math.ceil(tonumber(ARGV[1]) / 1000) + 60000
if redis.call('PTTL', KEYS[1]) < least then redis.call('PEXPIRE', KEYS[1], least) end
return 1
