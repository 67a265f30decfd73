import { createHash } from "node:crypto";

/**
 * Counts in Redis, for all limits of one call at once: taken are all of them or none.
 *
 * KEYS are the limits' lists, ARGV four figures for each: the limit, the period and the tick in
 * microseconds, and the units to take. A list holds pairs: a moment in microseconds, and how many
 * units were taken until then, ever. The first pair is what counts no more; so what counts is the
 * difference of the last and the first. Both figures are integers, which a list keeps in about
 * fourteen bytes a pair.
 *
 * A moment is rounded up to the tick, and units of the same one share a pair. It never goes back,
 * whatever the server's clock does. What a clock that ran ahead by more than a period has counted is
 * dropped once that is set right: else nobody could go on until the moment that it showed.
 *
 * Answers whether they were taken, and for each limit what is used now, the microseconds until the
 * oldest unit counts no more, and those until there is room for what was asked.
 */
export const SCRIPT = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local function at(key, place) return tonumber(redis.call('LINDEX', key, place)) end

local function first_pair(key, pairs_kept, fits)
  local low, high = 1, pairs_kept
  while low < high do
    local middle = math.floor((low + high) / 2)
    if fits(middle) then high = middle else low = middle + 1 end
  end
  return low
end

local states, is_room = {}, true
for i, key in ipairs(KEYS) do
  local limit, period = tonumber(ARGV[4 * i - 3]), tonumber(ARGV[4 * i - 2])
  local kept = redis.call('LLEN', key) / 2
  if kept > 1 and at(key, -2) > now + period + tonumber(ARGV[4 * i - 1]) then
    redis.call('DEL', key)
    kept = 0
  end
  if kept > 1 and at(key, 2) + period <= now then
    local live = first_pair(key, kept, function(pair) return at(key, 2 * pair) + period > now end)
    redis.call('LTRIM', key, 2 * (live - 1), -1)
    kept = kept - (live - 1)
  end
  local base, top = 0, 0
  if kept > 0 then base, top = at(key, 1), at(key, -1) end
  local state = { limit = limit, period = period, kept = kept, top = top, used = top - base }
  states[i] = state
  state.over = top + tonumber(ARGV[4 * i]) - limit
  if state.used + tonumber(ARGV[4 * i]) > limit and tonumber(ARGV[4 * i]) > 0 then
    is_room = false
  end
end

local answer = { is_room and 1 or 0 }
for i, key in ipairs(KEYS) do
  local state, units, wait = states[i], tonumber(ARGV[4 * i]), 0
  if is_room and units > 0 then
    local tick = tonumber(ARGV[4 * i - 1])
    local moment = math.ceil(now / tick) * tick
    if state.kept == 0 then
      redis.call('RPUSH', key, '0', '0')
      state.kept = 1
    end
    local last = at(key, -2)
    if last >= moment and state.kept > 1 then
      moment = last
      redis.call('LSET', key, -1, string.format('%.0f', state.top + units))
    else
      redis.call('RPUSH', key, string.format('%.0f', moment), string.format('%.0f', state.top + units))
      state.kept = state.kept + 1
    end
    state.used = state.used + units
    redis.call('PEXPIRE', key, math.ceil((moment + state.period - now) / 1000) + 1)
  elseif units > 0 and state.used + units > state.limit then
    local pair = first_pair(key, state.kept - 1, function(pair)
      return at(key, 2 * pair + 1) >= state.over
    end)
    wait = at(key, 2 * pair) + state.period - now
  end
  local reset = 0
  if state.kept > 1 then reset = at(key, 2) + state.period - now end
  answer[#answer + 1] = state.used
  answer[#answer + 1] = reset
  answer[#answer + 1] = wait
end
return answer
`;

export const SCRIPT_HASH = createHash("sha1").update(SCRIPT).digest("hex");
