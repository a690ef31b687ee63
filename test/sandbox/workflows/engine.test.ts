import {describe, expect, test} from 'vitest'
import {type JsonObject, type JsonValue} from '../../../src/lib/client/wire.ts'
import {type Condition, type Decision, type State, type Transition} from '../../../src/lib/workflows/template.ts'
import {advanced} from '../../../src/sandbox/workflows/engine.ts'
import {beginning, type Definition, type Run} from '../../../src/sandbox/workflows/run.ts'

const pass: Condition = {type: 'passthrough', data: {passthrough_condition: {}}}
const wait = (wait_value: string): Condition => ({type: 'wait', data: {wait_condition: {wait_value}}})
const lambda = (rest: object = {}): Condition => ({
  type: 'lambda',
  data: {lambda_condition: {function_name: 'work', ...rest}},
})

const state = (name: string, type: State['type'] = 'normal', decision?: Decision): State => ({
  ...{name, type, ...(decision && {decision})},
})

const way = (
  start_state: string,
  next_state: string,
  condition = pass,
  rest: Partial<Transition> = {},
): Transition => ({
  ...{
    uuid: `${start_state}-${next_state}`,
    name: `${start_state} to ${next_state}`,
    start_state,
    next_state,
    condition,
  },
  ...rest,
})

const definition = (states: State[], transitions: Transition[], globals: JsonObject = {}): Definition => ({
  ...{states: [state('begin', 'start'), ...states, state('end', 'finish')], transitions, globals},
})

interface Trial {
  input?: JsonObject
  now?: number
  invoke?: (name: string, parameters: JsonValue) => JsonValue
}

const nothing = () => null

function start(wanted: Definition, {input = {}, now = 0, invoke = nothing}: Trial = {}): Run {
  return advanced(wanted, beginning(wanted, input)!, {now, invoke})
}

const later = (wanted: Definition, run: Run, now: number) => advanced(wanted, run, {now, invoke: nothing})

describe('a run', () => {
  test('begins in the start state, or in the one that is named', () => {
    const wanted = definition([state('middle')], [])
    expect(beginning(wanted, {a: 1})).toEqual({state: 'begin', vars: {a: 1}, steps: 0, passed: []})
    expect(beginning(wanted, {}, 'middle')?.state).toBe('middle')
    expect(beginning(wanted, {}, 'nowhere')).toBeUndefined()
  })

  test('passes through to the end, and keeps what it passed', () => {
    const wanted = definition([state('middle')], [way('begin', 'middle'), way('middle', 'end')])
    expect(start(wanted, {now: 5})).toEqual({
      ...{state: 'end', vars: {}, steps: 2, end: {type: 'complete'}},
      passed: [
        {transition_uuid: 'begin-middle', name: 'begin to middle', at: 5, result_type: 'complete'},
        {transition_uuid: 'middle-end', name: 'middle to end', at: 5, result_type: 'complete'},
      ],
    })
  })

  test('changes nothing but its result', () => {
    const wanted = definition([], [way('begin', 'end', lambda({result_path: '$a'}))])
    const run = beginning(wanted, {a: 1})!
    const before = structuredClone(run)
    advanced(wanted, run, {now: 0, invoke: () => 2})
    expect(run).toEqual(before)
  })

  test('with no way on ends in an error', () => {
    expect(start(definition([], [])).end).toEqual({type: 'error', error: 'No transition leads out of begin.'})
    expect(start(definition([], [way('begin', 'gone')])).end).toEqual({type: 'error', error: 'There is no state gone.'})
  })

  test('in a circle ends in an error', () => {
    const wanted = definition([state('a')], [way('begin', 'a'), way('a', 'a')])
    expect(start(wanted).end?.error).toBe('It made 1000 transitions without coming to an end.')
  })

  test('in a circle of waits ends in an error, too, and remembers its latest transitions', () => {
    const wanted = definition([state('a')], [way('begin', 'a'), way('a', 'a', wait('1'))])
    let run = start(wanted)
    while (run.end === undefined) run = later(wanted, run, run.waiting!.until)
    expect(run.end.error).toBe('It made 10000 transitions without coming to an end.')
    expect(run.passed).toHaveLength(1000)
  })
})

describe('a wait', () => {
  const wanted = definition([], [way('begin', 'end', wait('1000'))])

  test('goes on when it is over, and not before', () => {
    const run = start(wanted, {now: 500})
    expect(run).toMatchObject({state: 'begin', waiting: {until: 1500, isTimeout: false}})
    expect(later(wanted, run, 1499)).toEqual(run)
    expect(later(wanted, run, 1500)).toMatchObject({state: 'end', end: {type: 'complete'}})
  })

  test('of no time is none', () => {
    expect(start(definition([], [way('begin', 'end', wait('0'))])).end).toEqual({type: 'complete'})
  })

  test.each(['400', 400])('longer than its timeout (%s) goes to the state for that', (timeout) => {
    const rest = {timeout, next_timeout_state: 'late'}
    const impatient = definition([state('late', 'finish')], [way('begin', 'end', wait('1000'), rest)])
    const run = start(impatient)
    expect(run.waiting).toMatchObject({until: 400, isTimeout: true})
    expect(later(impatient, run, 400)).toMatchObject({state: 'late', passed: [{result_type: 'timeout'}]})
  })

  test.each(['0', undefined, '2000'])('with a timeout of %s is as long as it is', (timeout) => {
    const patient = definition([], [way('begin', 'end', wait('1000'), {timeout, next_timeout_state: 'begin'})])
    expect(start(patient).waiting).toMatchObject({until: 1000, isTimeout: false})
  })

  test('that times out with no state for it is an error', () => {
    const impatient = definition([], [way('begin', 'end', wait('1000'), {timeout: 1})])
    expect(later(impatient, start(impatient), 1).end).toMatchObject({type: 'error'})
  })
})

describe('a lambda', () => {
  const calling = (rest: object, transition: Partial<Transition> = {}) =>
    definition([state('sorry', 'finish'), state('late', 'finish')], [way('begin', 'end', lambda(rest), transition)], {
      token: 'T',
    })

  test.each([
    ['a path', '^order', {id: 7}],
    ['an object with paths', {id: '$order.id', by: 'me', key: '$globals.token'}, {id: 7, by: 'me', key: 'T'}],
    ['nothing', undefined, {}],
  ])('gets %s as parameters', (_what, parameters, expected) => {
    const calls: [string, JsonValue][] = []
    const invoke = (name: string, given: JsonValue) => (calls.push([name, given]), null)
    start(calling({parameters}), {input: {order: {id: 7}}, invoke})
    expect(calls).toEqual([['work', expected]])
  })

  test('puts its result where it should go, as a whole and in parts', () => {
    const result = [
      {source: 'result', name: 'sum', path: 'numbers.sum'},
      {source: 'constant', name: 'state.done', path: true},
      {source: 'workflow_vars', name: 'copy', path: '$order.id'},
      {source: 'result', name: 'none', path: 'no.such'},
    ]
    const run = start(calling({result_path: '$all', result}), {
      input: {order: {id: 7}},
      invoke: () => ({numbers: {sum: 3}}),
    })
    expect(run.vars).toEqual({
      ...{order: {id: 7}, all: {numbers: {sum: 3}}, sum: 3, state: {done: true}, copy: 7, none: null},
    })
    expect(run.passed).toMatchObject([{result: {numbers: {sum: 3}}}])
  })

  const fails =
    (isTimeout = false) =>
    () => {
      throw Object.assign(new Error('No.'), {isTimeout})
    }

  test('that fails goes to the state for errors, or ends in one', () => {
    const caught = start(calling({}, {next_error_state: 'sorry'}), {invoke: fails()})
    expect(caught).toMatchObject({state: 'sorry', passed: [{result_type: 'error', result: 'No.'}]})
    expect(start(calling({}), {invoke: fails()})).toMatchObject({
      ...{state: 'begin', passed: [{result_type: 'error'}]},
      end: {type: 'error', error: 'The transition begin to end failed: No.'},
    })
  })

  test('that takes too long goes to the state for that, else to the one for errors', () => {
    const both = {next_error_state: 'sorry', next_timeout_state: 'late'}
    expect(start(calling({}, both), {invoke: fails(true)}).state).toBe('late')
    expect(start(calling({}, {next_error_state: 'sorry'}), {invoke: fails(true)}).state).toBe('sorry')
  })

  test('that does not block is called, and neither its result nor its failure counts', () => {
    const rest = {blocking: false, result_path: '$all'}
    expect(start(calling(rest), {invoke: () => 1})).toMatchObject({state: 'end', vars: {}})
    expect(start(calling(rest), {invoke: fails()}).end).toEqual({type: 'complete'})
  })
})

describe('a decision', () => {
  const deciding = (rules: JsonValue, data: JsonObject = {id: '$order.id'}) =>
    definition(
      [
        state('choose', 'decision', {rules, data, true_transition_name: 'yes', false_transition_name: 'no'}),
        ...[state('high', 'finish'), state('low', 'finish')],
      ],
      [way('begin', 'choose'), way('choose', 'low', pass, {name: 'no'}), way('choose', 'high', pass, {name: 'yes'})],
    )

  test.each([
    [{id: 12}, 'high'],
    [{id: '12'}, 'high'],
    [{id: 9}, 'low'],
    [{}, 'low'],
  ])('takes the transition that its rules say: %j', (order, expected) => {
    expect(start(deciding({'>=': [{var: 'id'}, '10']}), {input: {order}}).state).toBe(expected)
  })

  test('whose rules cannot be applied ends in an error, and rules reach nothing outside', () => {
    expect(start(deciding({nonesuch: [1]})).end?.error).toContain('The decision in choose failed')
    expect(start(deciding({log: 'x'})).end?.error).toContain('failed')
    expect(start(deciding({method: [{var: 'id'}, 'toString']})).end?.error).toContain('failed')
  })

  test('for a transition that does not lead out of it ends in an error', () => {
    const wanted = deciding(true)
    const without = {...wanted, transitions: wanted.transitions.filter(({name}) => name !== 'yes')}
    expect(start(without).end?.error).toBe('No transition yes leads out of choose.')
  })
})
