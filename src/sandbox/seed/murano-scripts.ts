import {createHash} from 'node:crypto'
import {endpoints} from '../murano/endpoints.ts'
import {eventHandlers} from '../murano/event-handlers.ts'
import {staticFiles} from '../murano/files.ts'
import {namedHexId} from '../murano/ids.ts'
import {modules} from '../murano/modules.ts'
import {seededMurano} from '../murano/seeded.ts'
import {type Store} from '../store.ts'

const created_at = '2025-01-20T15:00:00.000Z'
const updated_at = created_at

const fridges = `local fridges = {}

function fridges.isWarm(celsius)
  return tonumber(celsius) > 8
end

return fridges
`

const onReport = `local fridges = require "fridges"

for _, report in ipairs(event.payload or {}) do
  local celsius = report.values.temperature
  if celsius ~= nil then
    Keystore.set({key = "temperature." .. event.identity, value = celsius})
    if fridges.isWarm(celsius) then
      print(event.identity .. " is too warm: " .. celsius)
    end
  end
end
`

const onRequest = `return Keystore.get({key = "temperature." .. request.parameters.identity})
`

const page = `<!doctype html>
<title>Clinic monitor</title>
<h1>Refrigerators</h1>
`

/** What the application does: it keeps the last temperature of each refrigerator, and tells it. */
export function seedScripts(store: Store, solution_id: string): void {
  const times = {created_at, updated_at}
  store.collection(modules).put({
    ...{id: namedHexId('module fridges'), solution_id, name: 'fridges', alias: `${solution_id}_fridges`},
    ...{script: fridges, ...times},
  })
  const service = seededMurano.productId
  const name = `${service}_event`
  store.collection(eventHandlers).put({
    ...{id: namedHexId('handler of reports'), solution_id, service, event: 'event', name},
    ...{alias: `${solution_id}_${name}`, script: onReport, ...times},
  })
  store.collection(endpoints).put({
    ...{id: namedHexId('endpoint temperature'), solution_id, method: 'get', path: '/fridges/{identity}'},
    ...{content_type: '', script: onRequest, use_basic_auth: false, ...times},
  })
  const content = Buffer.from(page)
  store.collection(staticFiles).put({
    ...{id: `${solution_id}:/`, solution_id, path: '/', mime_type: 'text/html', size: content.length},
    checksum: createHash('sha1').update(content.toString('hex')).digest('hex'),
    content: content.toString('base64'),
  })
}
