import {randomBytes} from 'node:crypto'
import {type Schema} from '../../lib/schema.ts'
import {type Given, loadable} from '../loading/loadable.ts'
import {text, textOrNull, wholeNumber} from '../loading/schemas.ts'
import {solutions} from '../murano/records.ts'
import {entries} from '../murano/services/keystore/entries.ts'
import {type Scalar} from '../murano/services/keystore/slot.ts'
import {setTimer, timers} from '../murano/services/timer/timers.ts'
import {pointId, points} from '../murano/services/timeseries/point.ts'
import {storedValues, valueId} from '../murano/services/tsdb/values.ts'
import {twilioCalls, twilioMessages} from '../murano/services/twilio/records.ts'

const scalar: Schema = {type: ['string', 'number', 'boolean']}
const namedTexts: Schema = {type: 'object', additionalProperties: text}
const content: Schema = {
  type: 'object',
  properties: {type: {enum: ['string', 'list', 'set', 'hash']}, value: {}},
  required: ['type', 'value'],
}
const repeats: Schema = {
  type: ['object', 'null'],
  properties: {
    ...{every: {type: 'integer', minimum: 1}, since: wholeNumber},
    calendar: {type: 'object', additionalProperties: {type: 'boolean'}},
  },
}
const call = {sid: text, solution_id: text, from: text, to: text, created_at: wholeNumber}

/** What services keep for solutions. Timers are set again, for when they were due. */
export const muranoDataCollections = {
  keystore: loadable(entries, {
    fields: {id: text, solution_id: text, key: text, content, expires_at: {type: ['integer', 'null']}},
    required: ['solution_id', 'key'],
    defaults: {expires_at: null},
    inputs: {value: {...scalar, description: 'a plain value, in place of content'}},
    complete: ({solution_id, key, content, value}) => ({
      id: `${solution_id}:${key}`,
      content: content ?? {type: 'string' as const, value: (value ?? '') as Scalar},
    }),
    refers: {solution_id: solutions},
  }),
  points: loadable(points, {
    fields: {
      ...{id: text, solution_id: text, measurement: text, tags: namedTexts},
      ...{fields: {type: 'object', additionalProperties: scalar}, time: wholeNumber},
    },
    required: ['solution_id', 'measurement', 'fields'],
    complete({solution_id = '', measurement = '', tags = {}, fields = {}, time}, now) {
      const point = {measurement, tags, fields, time: time ?? now * 1000}
      return {...point, id: pointId(solution_id, point)}
    },
    refers: {solution_id: solutions},
  }),
  tsdb: loadable(storedValues, {
    fields: {id: text, solution_id: text, metric: text, tags: namedTexts, time: wholeNumber, value: scalar},
    required: ['solution_id', 'metric', 'value'],
    complete({solution_id = '', metric = '', tags = {}, time}, now) {
      const place = {solution_id, metric, tags, time: time ?? now * 1000}
      return {...place, id: valueId(place)}
    },
    refers: {solution_id: solutions},
  }),
  timers: loadable(timers, {
    fields: {id: text, solution_id: text, timer_id: text, message: {}, repeats, due_at: wholeNumber},
    required: ['solution_id', 'timer_id', 'due_at'],
    defaults: {message: null, repeats: null},
    complete: ({solution_id, timer_id}) => ({id: `${solution_id}:${timer_id}`}),
    refers: {solution_id: solutions},
    faultsOf: (records) =>
      records.flatMap(({repeats}, index) => {
        const isKnown = !repeats || 'every' in repeats || ('calendar' in repeats && 'since' in repeats)
        return isKnown ? [] : [{index, field: 'repeats', message: 'must have every, or calendar and since.'}]
      }),
    settle: setTimer,
  }),
  twilio_calls: loadable(twilioCalls, {
    fields: call,
    required: ['solution_id', 'from', 'to'],
    complete: (given, now) => sent('CA', given, now),
    refers: {solution_id: solutions},
  }),
  twilio_messages: loadable(twilioMessages, {
    fields: {...call, body: text, media: {type: 'integer', minimum: 0}, messaging_service_sid: textOrNull},
    required: ['solution_id', 'from', 'to'],
    defaults: {body: '', media: 0, messaging_service_sid: null},
    complete: (given, now) => sent('SM', given, now),
    refers: {solution_id: solutions},
  }),
}

function sent(prefix: string, {sid, created_at}: Given, now: number): {sid: string; created_at: number} {
  return {
    sid: (sid as string | undefined) ?? `${prefix}${randomBytes(16).toString('hex')}`,
    created_at: (created_at as number | undefined) ?? now,
  }
}
