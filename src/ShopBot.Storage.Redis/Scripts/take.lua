-- KEYS: for each demand its counter (hash) and its window (list). ARGV: for each demand window?, amount, size, rate or length (us), will settle?, left share.
-- Answers {taken, index of the demand that refused, wait in microseconds}, and when taken what had been settled in the first bucket that will be settled.
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local plans, mark = {}, ''
for i = 1, #KEYS / 2 do
  local counter, window, a = KEYS[2 * i - 1], KEYS[2 * i], 6 * (i - 1)
  local amount, size, rate = tonumber(ARGV[a + 2]), tonumber(ARGV[a + 3]), tonumber(ARGV[a + 4])
  local f = redis.call('HMGET', counter, 'pause', 'level', 'at', 'way', 'size', 'rate', 'done')
  local pause = tonumber(f[1] or '0')
  if pause > now then return {0, i - 1, pause - now} end
  if ARGV[a + 1] == '1' then
    amount = math.min(amount, size)
    local over = redis.call('LLEN', window) + amount - size
    if over > 0 then
      local free = tonumber(redis.call('LINDEX', window, -over)) + rate
      if free > now then return {0, i - 1, free - now} end
    end
    plans[i] = {true, amount, size, rate}
  else
    if f[5] then size, rate = tonumber(f[5]), tonumber(f[6]) end
    local way = tonumber(f[4] or '0')
    local level = tonumber(f[2] or size)
    local ceiling = size - way
    if level < ceiling then
      level = math.min(ceiling, level + math.max(0, now - tonumber(f[3] or now)) / 1000000 * rate)
    end
    local missing = math.min(amount + tonumber(ARGV[a + 6]) * size, size) - level
    if missing > 0.000001 then return {0, i - 1, math.ceil(missing / rate * 1000000)} end
    if ARGV[a + 5] == '1' then
      way = way + amount
      if mark == '' then mark = f[7] or '0' end
    end
    plans[i] = {false, level - amount, way, size, rate}
  end
end
for i = 1, #KEYS / 2 do
  local counter, window, p = KEYS[2 * i - 1], KEYS[2 * i], plans[i]
  if p[1] then
    for _ = 1, p[2] do redis.call('LPUSH', window, string.format('%.0f', now)) end
    redis.call('LTRIM', window, 0, p[3] - 1)
    redis.call('PEXPIRE', window, math.ceil(p[4] / 1000) + 1000)
  else
    redis.call('HSET', counter, 'level', string.format('%.6f', p[2]), 'at', string.format('%.0f', now), 'way', string.format('%.6f', p[3]))
    redis.call('PEXPIRE', counter, math.min(86400000, math.ceil((p[4] - p[2]) / p[5] * 1000) + 60000))
  end
end
return {1, -1, 0, mark}
