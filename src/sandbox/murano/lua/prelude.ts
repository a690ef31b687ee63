/**
 * Run before each script, with what the host offers. It puts the platform's functions in the place of those of Lua that
 * reach out of the machine, and sees to it that a script which catches its errors does not catch the end of its time.
 */
export const prelude = String.raw`
local host = ...
local load, pcall, xpcall, traceback = load, pcall, xpcall, debug.traceback
local resume, date, select, tostring, type = coroutine.resume, os.date, select, tostring, type
local concat, error = table.concat, error

local function unlessOver(...)
  if host.isOver() then error(host.tooLong, 0) end
  return ...
end

function _G.pcall(...) return unlessOver(pcall(...)) end
function _G.xpcall(...) return unlessOver(xpcall(...)) end
function coroutine.resume(...) return unlessOver(resume(...)) end

function _G.load(chunk, name, mode, env) return load(chunk, name, "t", env or _G) end
string.dump, dofile, loadfile, debug = nil

os = {
  clock = os.clock,
  difftime = os.difftime,
  time = function(parts) return parts == nil and host.now() or host.timeOf(parts) end,
  date = function(format, at)
    format = format or "%c"
    return date(format:sub(1, 1) == "!" and format or "!" .. format, at or host.now())
  end,
}

local function joined(...)
  local texts = {}
  for index = 1, select("#", ...) do texts[index] = tostring((select(index, ...))) end
  return concat(texts, "\t")
end

function print(...) host.log("info", joined(...)) end

log = {}
for _, severity in ipairs(host.severities) do
  log[severity] = function(...) host.log(severity, joined(...)) end
end
log.warn = log.warning

local function resultOf(outcome) return outcome.value, outcome.error end
function to_json(value) return resultOf(host.toJson(value)) end
function from_json(text) return resultOf(host.fromJson(text)) end

for name, alias in pairs(host.services) do
  _G[name] = setmetatable({}, {
    __index = function(_, operation)
      return function(arguments) return host.call(alias, operation, arguments or {}) end
    end,
  })
end

local modules, loading = {}, {}
function require(name)
  if modules[name] ~= nil then return modules[name] end
  if loading[name] then error("module " .. name .. " requires itself", 2) end
  local source = host.module(name)
  if source == nil then error("there is no module " .. name, 2) end
  local chunk, problem = load(source, "=" .. name, "t")
  if not chunk then error(problem, 0) end
  loading[name] = true
  local value = chunk(name)
  loading[name] = nil
  if value == nil then value = true end
  modules[name] = value
  return value
end

-- Errors as text, with the line where they happened.
local function described(problem)
  if type(problem) == "string" and not host.isOver() then return problem end
  local where = ""
  for place in traceback("", 2):gmatch("\n%s*([^\n]-:%d+:)") do
    if place:sub(1, 8) ~= "prelude:" then
      where = place
      break
    end
  end
  local text = type(problem) == "table" and to_json(problem) or tostring(problem)
  return where .. " " .. (host.isOver() and host.tooLong or text)
end

function __run(source, name, ...)
  local chunk, problem = load(source, "=" .. name, "t")
  if not chunk then error(problem, 0) end
  local isDone, result = xpcall(chunk, described, ...)
  if not isDone then error(result, 0) end
  return {result = result, last = (select(-1, ...))}
end
`
