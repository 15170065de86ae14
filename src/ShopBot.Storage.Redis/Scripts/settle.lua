-- KEYS: counter (hash). ARGV: taken, spent, reported size, rate and what is left (size 0: nothing was reported), mark of the taking (empty: none).
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local taken, spent = tonumber(ARGV[1]), tonumber(ARGV[2])
local f = redis.call('HMGET', KEYS[1], 'level', 'at', 'way', 'size', 'rate', 'done')
local known = f[4] ~= false
if not f[1] and tonumber(ARGV[3]) <= 0 then return 0 end
local size, rate = tonumber(f[4] or '0'), tonumber(f[5] or '0')
local way, level = tonumber(f[3] or '0'), tonumber(f[1] or '0')
if known and level < size - way then
  level = math.min(size - way, level + math.max(0, now - tonumber(f[2] or now)) / 1000000 * rate)
end
way = math.max(0, way - taken)
local done, mark, overlapping = tonumber(f[6] or '0'), tonumber(ARGV[6]), 0
if mark then overlapping = done >= mark and done - mark or done end
done = done + spent
level = level + taken - spent
if tonumber(ARGV[3]) > 0 then
  size, rate = tonumber(ARGV[3]), tonumber(ARGV[4])
  local left = tonumber(ARGV[5])
  local least = left - way - overlapping
  if known then level = math.min(math.max(level, least), left) else level = least end
  known = true
end
if known then
  level = math.min(level, size)
  redis.call('HSET', KEYS[1], 'size', string.format('%.6f', size), 'rate', string.format('%.6f', rate), 'at', string.format('%.0f', now))
end
redis.call('HSET', KEYS[1], 'level', string.format('%.6f', level), 'way', string.format('%.6f', way), 'done', string.format('%.6f', done))
local full = 60000
if rate > 0 then full = full + math.ceil((size - level) / rate * 1000) end
redis.call('PEXPIRE', KEYS[1], math.min(86400000, full))
return 1
