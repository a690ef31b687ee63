import {describe, expect, test} from 'vitest'
import {lambdas} from '../../src/sandbox/lambdas/lambdas.ts'
import {runScript, ScriptFailure, syntaxProblem} from '../../src/sandbox/lambdas/run-script.ts'
import {seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, signedIn} from './support.ts'

async function administrator() {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const invoke = (name: string, parameters?: object) => send(`POST /lambda/actions/${name}/invoke`, parameters)
  return {sandbox, send, invoke}
}

describe('lambdas', () => {
  test('are listed by name, with skip for the offset', async () => {
    const {send} = await administrator()
    expect((await send('GET /lambda/actions')).json()).toEqual({
      items: [{name: 'sumnumbers'}, {name: 'echo'}],
      metadata: {total: 2, offset: 0, count: 2, limit: 10},
    })
    expect((await send('GET /lambda/actions?skip=1&limit=1&offset=7')).json()).toMatchObject({
      items: [{name: 'echo'}],
      metadata: {total: 2, offset: 1, count: 1},
    })
  })

  test.each([
    ['a list', {nbrs: [1, 2]}, 3],
    ['numbers written as text', {x: '4', y: '2.5'}, 6.5],
  ])('sumnumbers adds %s', async (_what, parameters, sum) => {
    const {invoke} = await administrator()
    const reply = await invoke('sumnumbers', parameters)
    expect([reply.status, reply.json()]).toEqual([200, {body: {sum}}])
  })

  test('echo gives back what it got, be it nothing', async () => {
    const {invoke} = await administrator()
    expect((await invoke('echo', {a: [1, null, 'b']})).json()).toEqual({body: {a: [1, null, 'b']}})
    expect((await invoke('echo')).json()).toEqual({body: {}})
  })

  test('of your own run as they are', async () => {
    const {sandbox, invoke} = await administrator()
    sandbox.store.collection(lambdas).put({name: 'greet', script: 'return `Hello ${params.name}`'})
    expect((await invoke('greet', {name: 'Ada'})).json()).toEqual({body: 'Hello Ada'})
  })

  test('that fail answer 400 with the reason; unknown ones 404; readers may not run any', async () => {
    const {sandbox, invoke} = await administrator()
    const failed = await invoke('sumnumbers', {nbrs: ['many']})
    expect([failed.status, failed.json()]).toMatchObject([
      400,
      {code: 400, message: 'The lambda sumnumbers failed: Not all of them are numbers.'},
    ])
    expect((await invoke('nonesuch')).status).toBe(404)
    const reader = await signedIn(sandbox, seededReader)
    expect((await reader('POST /lambda/actions/echo/invoke', {})).status).toBe(403)
  })
})

describe('a script', () => {
  test.each([
    ['throws an error', 'throw new Error("No.")', 'No.'],
    ['throws something else', 'throw "nothing"', 'nothing'],
    ['gives what JSON cannot hold', 'const a = {}; a.a = a; return a', 'circular'],
    ['does not parse', 'return (', 'Unexpected token'],
    ['looks for this program', 'return process.env', 'process is not defined'],
    ['looks for modules', 'return require("fs")', 'require is not defined'],
    ['makes code of text', 'return eval("1")', 'Code generation from strings disallowed'],
    [
      'climbs out by its parameters',
      'return params.constructor.constructor("return process")()',
      'Code generation from',
    ],
  ])('that %s fails', (_what, script, reason) => {
    expect(() => runScript(script, {})).toThrow(reason)
  })

  test('has a second and no more', () => {
    const failure = catching(() => runScript('for (;;);', {}))
    expect(failure).toBeInstanceOf(ScriptFailure)
    expect(failure).toMatchObject({isTimeout: true, message: 'It took longer than 1000 ms.'})
  })

  test('that returns nothing gives null, and cannot change what it was given', () => {
    const given = {list: [1]}
    expect(runScript('params.list.push(2)', given)).toBeNull()
    expect(given).toEqual({list: [1]})
  })

  test('is checked without being run', () => {
    expect(syntaxProblem('throw new Error("ran")')).toBeUndefined()
    expect(syntaxProblem('return }')).toContain('Unexpected token')
  })
})

function catching(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
