import {type Condition, type Template} from '../../lib/workflows/template.ts'
import {Agenda} from '../agenda.ts'
import {Clock} from '../clock.ts'
import {namedUuid} from '../named-uuid.ts'
import {seededAccess} from '../seeded-access.ts'
import {type Store} from '../store.ts'
import {runKind} from '../workflows/instances.ts'
import {groups, instances, type StoredInstance, templates} from '../workflows/records.ts'
import {definitionOf} from '../workflows/run.ts'
import {storedTemplate} from '../workflows/templates.ts'

const {accountUuid: account_uuid, userUuid: user_uuid} = seededAccess
const owner = {account_uuid, user_uuid}

/** What the transition that adds is known by. */
const sumUuid = namedUuid('transition sum of add')
const addUuid = namedUuid('workflow add')
const retentionUuid = namedUuid('workflow reminder')

const adding: Condition = {
  type: 'lambda',
  data: {
    lambda_condition: {
      ...{function_name: 'sumnumbers', blocking: true, parameters: {x: '^x', y: '^y'}},
      result: [{source: 'result', name: 'added', path: 'sum'}],
    },
  },
}

const begin = {uuid: namedUuid('state begin'), name: 'begin', type: 'start'} as const
const done = {uuid: namedUuid('state done'), name: 'done', type: 'finish'} as const

const add: Template = {
  ...{uuid: addUuid, name: 'Add two numbers', description: 'Adds x and y', version: '1.0.0', status: 'active'},
  states: [begin, done],
  transitions: [{uuid: sumUuid, name: 'sum', start_state: 'begin', next_state: 'done', condition: adding}],
  ...{users: {account_uuid}, globals: {}},
}

const nothing: Condition = {type: 'passthrough', data: {passthrough_condition: {}}}

/** Its second version tells large sums from small ones. */
const addAndCompare: Template = {
  ...{...add, version: '1.1.0', description: 'Adds x and y, and says whether the sum is large'},
  states: [
    begin,
    {
      ...{uuid: namedUuid('state compare'), name: 'compare', type: 'decision'},
      decision: {
        ...{rules: {'>=': [{var: 'sum'}, 10]}, data: {sum: '$added'}},
        ...{true_transition_name: 'large', false_transition_name: 'small'},
      },
    },
    {...done, uuid: namedUuid('state small'), name: 'done small'},
    {...done, uuid: namedUuid('state large'), name: 'done large'},
  ],
  transitions: [
    {uuid: sumUuid, name: 'sum', start_state: 'begin', next_state: 'compare', condition: adding},
    ...(['large', 'small'] as const).map((size) => ({
      ...{uuid: namedUuid(`transition ${size}`), name: size, start_state: 'compare', next_state: `done ${size}`},
      condition: nothing,
    })),
  ],
}

const sevenYears = Date.UTC(2032, 0, 20) - Date.UTC(2025, 0, 20)

const retention: Template = {
  ...{...add, uuid: retentionUuid, name: 'Record retention', description: 'Waits until records may be destroyed'},
  states: [begin, done],
  transitions: [
    {
      ...{uuid: namedUuid('transition keep'), name: 'keep', start_state: 'begin', next_state: 'done'},
      condition: {type: 'wait', data: {wait_condition: {wait_value: String(sevenYears)}}},
    },
  ],
}

/** Two templates, one of them in two versions; a group of two instances that have ended, and an instance that waits. */
export function seedWorkflows(store: Store): void {
  for (const template of [add, addAndCompare, retention]) {
    store.collection(templates).put(storedTemplate(template, account_uuid))
  }
  seedGroup(store, 'group add', addUuid, 'Opening hours', 'complete', Date.UTC(2025, 0, 20, 15))
  store.collection(instances).put(ended('workflow instance add', {x: '2', y: '3', added: 5}))
  store.collection(instances).put(ended('workflow instance add child', {x: '4', y: '8', added: 12}))
  seedWaiting(store)
}

function seedGroup(
  store: Store,
  name: string,
  template_uuid: string,
  title: string,
  status: 'active' | 'complete',
  at: number,
): void {
  const uuid = namedUuid(`workflow ${name}`)
  store.collection(groups).put({uuid, name: title, status, data: {}, account_uuid, template_uuid, started_at: at})
}

function ended(name: string, {added, ...input}: {x: string; y: string; added: number}): StoredInstance {
  const at = Date.UTC(2025, 0, 20, 15)
  const passed = {transition_uuid: sumUuid, name: 'sum', at, result_type: 'complete', result: {sum: added}} as const
  return {
    ...{uuid: namedUuid(name), template_uuid: addUuid, template_version: add.version, ...owner},
    group_uuid: namedUuid('workflow group add'),
    input_vars: input,
    definition: definitionOf(add),
    run: {state: 'done', vars: {...input, added}, steps: 1, passed: [passed], end: {type: 'complete'}},
    ...{result_type: 'complete', started_at: at, ended_at: at},
  }
}

function seedWaiting(store: Store): void {
  const started = Date.UTC(2025, 0, 20, 15)
  const until = started + sevenYears
  const uuid = namedUuid('workflow instance reminder')
  const input = {box: 'A-17'}
  seedGroup(store, 'group reminder', retentionUuid, '', 'active', started)
  store.collection(instances).put({
    ...{uuid, template_uuid: retentionUuid, template_version: retention.version, ...owner},
    group_uuid: namedUuid('workflow group reminder'),
    input_vars: input,
    definition: definitionOf(retention),
    run: {
      ...{state: 'begin', vars: input, steps: 0, passed: []},
      waiting: {transition: 'keep', until, isTimeout: false},
    },
    ...{result_type: 'running', started_at: started, ended_at: null},
  })
  new Agenda(store, new Clock(store)).add(until, runKind, {instance: uuid})
}
