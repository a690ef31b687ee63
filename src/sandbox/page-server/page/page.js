/** The page of a served sandbox: shows what the server tells, and asks it for changes. No framework, no build. */

const byId = (id) => document.getElementById(id)

/** An element with attributes and children; text stays text. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value)
  made.append(...children.map((child) => (child instanceof Node ? child : String(child ?? ''))))
  return made
}

const cell = (content, className) => element('td', {class: className}, content)
const row = (...cells) => element('tr', {}, ...cells)

/** Puts rows into a table; the note beside it shows when there are none. */
function fill(id, rows) {
  byId(id).replaceChildren(...rows)
  const empty = byId(`no-${id}`)
  if (empty) empty.hidden = rows.length > 0
}

// ── tabs ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const tabs = [...document.querySelectorAll('[role=tab]')]

function choose(tab, focus = false) {
  for (const other of tabs) {
    const isChosen = other === tab
    other.setAttribute('aria-selected', String(isChosen))
    other.tabIndex = isChosen ? 0 : -1
    byId(other.getAttribute('aria-controls')).hidden = !isChosen
  }
  if (focus) tab.focus()
  history.replaceState(null, '', `#${tab.id.replace('tab-', '')}`)
}

byId('tabs').addEventListener('click', ({target}) => {
  const tab = target.closest('[role=tab]')
  if (tab) choose(tab)
})

byId('tabs').addEventListener('keydown', (event) => {
  const at = tabs.indexOf(document.activeElement)
  const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1}[event.key]
  if (to === undefined) return
  event.preventDefault()
  choose(tabs.at(to % tabs.length), true)
})

// ── requests ───────────────────────────────────────────────────────────────────────────────────────────────────────

const keptRequests = 500
let requests = []
let paused = false
let open

const pretty = (body) => (typeof body === 'string' ? body : JSON.stringify(body, null, 2))
const statusClass = (status) => (status === undefined || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good')

function requestRow(request) {
  const {at, method, path, status, milliseconds, trace} = request
  const isOpen = open === request
  const toggle = element('button', {class: 'path', 'aria-expanded': String(isOpen)}, path)
  return element(
    'tr',
    {'data-id': request.id, class: isOpen ? 'open' : undefined},
    cell(new Date(at).toLocaleTimeString(), 'narrow'),
    cell(method, 'code'),
    cell(toggle, 'code'),
    cell(status ?? 'dropped', statusClass(status)),
    cell(milliseconds),
    cell(trace, 'code soft'),
  )
}

function bodies({request, reply}) {
  const part = (title, body) =>
    element(
      'div',
      {},
      element('h2', {}, title),
      element('pre', {tabindex: '0'}, body === undefined ? 'none' : pretty(body)),
    )
  return element(
    'tr',
    {class: 'detail'},
    element('td', {colspan: '6'}, element('div', {class: 'bodies'}, part('Request', request), part('Reply', reply))),
  )
}

function isWanted({method, path, status, trace}) {
  const words = byId('filter').value.toLowerCase().split(/\s+/).filter(Boolean)
  const text = `${method} ${path} ${status ?? 'dropped'} ${trace ?? ''}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

function showRequests() {
  const focused = document.activeElement?.closest?.('tr[data-id]')?.dataset.id
  const shown = requests.filter(isWanted)
  fill(
    'requests',
    shown.flatMap((request) => (request === open ? [requestRow(request), bodies(request)] : [requestRow(request)])),
  )
  byId('request-count').textContent = shown.length === requests.length ? '' : `${shown.length} of ${requests.length}`
  if (focused) byId('requests').querySelector(`[data-id="${focused}"] button`)?.focus()
}

function toggle(line) {
  const request = requests.find(({id}) => String(id) === line.dataset.id)
  open = open === request ? undefined : request
  showRequests()
}

byId('requests').addEventListener('click', ({target}) => {
  const line = target.closest('tr[data-id]')
  if (!line) return
  line.querySelector('button').focus()
  toggle(line)
})
byId('filter').addEventListener('input', showRequests)
byId('forget').addEventListener('click', () => {
  requests = []
  showRequests()
})
byId('pause').addEventListener('click', () => {
  paused = !paused
  byId('pause').setAttribute('aria-pressed', String(paused))
  byId('pause').textContent = paused ? 'Go on' : 'Pause'
})

function moveRow(by) {
  const lines = [...byId('requests').querySelectorAll('tr[data-id] button')]
  const at = lines.indexOf(document.activeElement)
  lines.at(Math.min(lines.length - 1, Math.max(0, at === -1 ? 0 : at + by)))?.focus()
}

// ── state ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function showState({clock, accounts, numbers, brands, campaigns, outbox, faults}) {
  showClock(clock)
  const names = new Map(accounts.map(({uuid, name}) => [uuid, name]))
  fill(
    'accounts',
    accounts.map((account) => accountRow(account)),
  )
  byId('number-count').textContent =
    `${numbers.provisioned.toLocaleString()} of ${numbers.total.toLocaleString()} numbers are provisioned` +
    (numbers.items.length < numbers.provisioned ? `; the first ${numbers.items.length} are shown.` : '.')
  fill(
    'numbers',
    numbers.items.map((number) =>
      row(
        cell(number.number, 'code'),
        cell(names.get(number.account_uuid) ?? number.account_uuid),
        cell(number.campaign_id, 'code'),
        cell(number.reference_id),
        cell(`${number.rate_center}, ${number.state}`),
      ),
    ),
  )
  fill(
    'brands',
    brands.map((brand) =>
      row(
        cell(brand.brand_name),
        cell(brand.legal_name),
        cell(brand.status, stateClass(brand.status)),
        cell(names.get(brand.account_uuid)),
      ),
    ),
  )
  fill(
    'campaigns',
    campaigns.map((campaign) =>
      row(
        cell(campaign.campaign_id, 'code'),
        cell(campaign.display_name),
        cell(campaign.usecase_id),
        cell(campaign.status, stateClass(campaign.status)),
        cell(campaign.numbers),
        cell(campaign.rejection ?? '', 'soft'),
      ),
    ),
  )
  fill(
    'outbox',
    outbox.map((message) =>
      row(
        cell(new Date(message.sent_at).toLocaleString(), 'narrow'),
        cell(message.channel),
        cell(message.from),
        cell(message.to),
        cell(message.text),
      ),
    ),
  )
  fill('faults', faults.map(faultRow))
}

const stateClass = (state) => ({VERIFIED: 'good', ACTIVE: 'good', FAILED: 'bad', REJECTED: 'bad'})[state] ?? 'warn'

function accountRow({name, type, number, status, users, uuid, depth}) {
  const named = cell(name)
  named.style.paddingInlineStart = `${depth * 18}px`
  return row(
    named,
    cell(type),
    cell(number),
    cell(status, status === 'Active' ? 'good' : 'bad'),
    cell(users),
    cell(uuid, 'code'),
  )
}

function showClock({now, stopped, offset}) {
  const ahead = offset === 0 ? '' : `, ${describe(offset)}`
  byId('clock').textContent = `${new Date(now).toLocaleString()}${stopped ? ', stopped' : ''}${ahead}`
  byId('clock-toggle').textContent = stopped ? 'Start' : 'Stop'
}

const units = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
]

function describe(milliseconds) {
  const seconds = Math.round(Math.abs(milliseconds) / 1000)
  const [size, unit] = units.find(([length]) => seconds >= length) ?? units.at(-1)
  const amount = Math.round(seconds / size)
  return `${amount} ${unit}${amount === 1 ? '' : 's'} ${milliseconds < 0 ? 'behind' : 'ahead'}`
}

function faultRow({id, kind, method, path, status, latencyMs, retryAfter, rate = 1, times, after, seen, struck}) {
  const details = [
    status,
    latencyMs && `${latencyMs} ms`,
    retryAfter !== undefined && `retry after ${retryAfter} s`,
    rate < 1 && `share ${rate}`,
    times && `${times} times`,
    after && 'after the deed',
  ].filter(Boolean)
  const clear = element('button', {'data-clear': id, 'aria-label': `Clear fault ${id}`}, 'Clear')
  return row(
    cell(kind),
    cell(method ?? 'any'),
    cell(path, 'code'),
    cell(details.join(', ')),
    cell(seen),
    cell(struck),
    cell(clear),
  )
}

// ── talking to the server ──────────────────────────────────────────────────────────────────────────────────────────

let asking
let askAgain = false

/** Reads the state anew; what comes while it is read is read once more afterwards. */
async function refresh() {
  if (asking) {
    askAgain = true
    return asking
  }
  asking = (async () => {
    do {
      askAgain = false
      showState(await (await fetch('/_sandbox/state')).json())
    } while (askAgain)
  })().finally(() => (asking = undefined))
  return asking
}

/** Asks for a change. The header keeps pages of other sites from doing so. */
async function change(method, path, body) {
  const reply = await fetch(`/_sandbox${path}`, {
    method,
    headers: {'x-sandbox-page': '1', ...(body && {'content-type': 'application/json'})},
    body: body && JSON.stringify(body),
  })
  byId('problem').textContent = reply.ok ? '' : (await reply.json()).message
  await refresh()
}

byId('clock-toggle').addEventListener('click', () =>
  change('POST', `/clock/${byId('clock-toggle').textContent.toLowerCase()}`),
)
byId('clock-form').addEventListener('submit', (event) => {
  event.preventDefault()
  void change('POST', '/clock/advance', {by: byId('advance').value})
})
byId('clock-form').addEventListener('click', ({target}) => {
  if (target.dataset.advance) void change('POST', '/clock/advance', {by: target.dataset.advance})
})
byId('faults').addEventListener('click', ({target}) => {
  if (target.dataset.clear) void change('DELETE', `/faults/${target.dataset.clear}`)
})
byId('clear-faults').addEventListener('click', () => change('DELETE', '/faults'))

const faultForm = byId('fault-form')

/** Fields that belong to another kind of fault are out of the way. */
function showFaultFields() {
  const kind = faultForm.elements.kind.value
  for (const label of faultForm.querySelectorAll('[data-for]')) label.hidden = label.dataset.for !== kind
}

faultForm.addEventListener('change', showFaultFields)
faultForm.addEventListener('submit', (event) => {
  event.preventDefault()
  const fields = [...faultForm.elements].filter(
    ({name, value, parentElement}) => name && value !== '' && !parentElement.hidden,
  )
  const rule = Object.fromEntries(
    fields.map(({name, value, type}) => [name, type === 'number' ? Number(value) : value]),
  )
  void change('POST', '/faults', rule)
})

const events = new EventSource('/_sandbox/requests')
events.addEventListener('open', () => {
  byId('connection').textContent = ''
  requests = []
  void refresh()
})
events.addEventListener('error', () => (byId('connection').textContent = 'The sandbox does not answer; trying again.'))
events.addEventListener('message', ({data}) => {
  if (paused) return
  requests = [JSON.parse(data), ...requests].slice(0, keptRequests)
  showRequests()
  void refresh()
})
// Time goes by, and other processes share the sandbox.
setInterval(() => document.visibilityState === 'visible' && refresh().catch(() => undefined), 2000)

// ── keys ───────────────────────────────────────────────────────────────────────────────────────────────────────────

document.addEventListener('keydown', (event) => {
  const {target, key} = event
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (key === 'Escape') {
    open = undefined
    showRequests()
    target.blur()
    return
  }
  if (target.matches('input, select')) return
  if (key === '/') {
    event.preventDefault()
    choose(tabs[0])
    byId('filter').focus()
  } else if (key === 'j' || key === 'k') moveRow(key === 'j' ? 1 : -1)
  else if (/^[1-6]$/.test(key)) choose(tabs[Number(key) - 1], true)
})

showFaultFields()
choose(tabs.find(({id}) => id === `tab-${location.hash.slice(1)}`) ?? tabs[0])
showRequests()
