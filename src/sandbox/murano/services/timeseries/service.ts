import {type JsonObject} from '../../../../lib/client/wire.ts'
import {timeseries as facts} from '../../../../lib/murano/services/timeseries.ts'
import {declaredService} from '../declared-service.ts'
import {messageAndStatusCode} from '../failure-shapes.ts'
import {refused} from '../failure.ts'
import {unitOf} from './duration.ts'
import {readLines} from './line-protocol.ts'
import {isFrom, matches} from './match.ts'
import {parseQuery} from './parse-query.ts'
import {Points} from './point.ts'
import {type Epoch, select} from './select.ts'
import {show} from './show.ts'
import {type Statement} from './syntax.ts'

/** InfluxDB, as far as queries are made of what parse-query.ts knows. */
export const timeseries = declaredService(
  facts,
  {
    query({q, epoch}, {sandbox, solution}) {
      const now = sandbox.clock.now() * 1000
      const points = new Points(sandbox.store, solution.id)
      return {results: parseQuery(q, now).map((statement) => run(statement, points, now, writerOf(epoch)))}
    },
    write({query}, {sandbox, solution}) {
      new Points(sandbox.store, solution.id).write(readLines(query, sandbox.clock.now() * 1000))
      return undefined
    },
  },
  messageAndStatusCode,
)

function run(statement: Statement, points: Points, now: number, epoch: Epoch): JsonObject {
  if (statement.kind === 'remove') {
    points.remove((point) => isFrom(point, statement.from) && matches(point, statement.where))
    return {}
  }
  const series = statement.kind === 'show' ? show(statement, points.all()) : select(statement, points.all(), now, epoch)
  return series.length === 0 ? {} : {series: series.map((each) => ({...each}))}
}

/** As text, unless a unit is given. */
function writerOf(unit: string | undefined): Epoch {
  if (unit === undefined || unit === '') return isoTime
  const size = unitOf(unit)
  if (size === undefined) throw refused(`${unit} is no unit of time: use ns, u, ms, s, m or h.`)
  return (microseconds) => Math.floor(microseconds / size)
}

function isoTime(microseconds: number): string {
  const rest = String(Math.floor(microseconds) % 1e6)
    .padStart(6, '0')
    .replace(/0+$/, '')
  const seconds = new Date(Math.floor(microseconds / 1e6) * 1000).toISOString().slice(0, 19)
  return `${seconds}${rest === '' ? '' : `.${rest}`}Z`
}
