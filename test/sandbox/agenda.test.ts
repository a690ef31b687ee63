import {once, EventEmitter} from 'node:events'
import {describe, expect, onTestFinished, test} from 'vitest'
import {openSandbox, type Sandbox} from '../../src/sandbox/sandbox.ts'
import {freshSandbox, serve} from './support.ts'

/** A sandbox that notes what is done, with when it was due. */
function noting(sandbox: Sandbox = freshSandbox(10)) {
  const done: string[] = []
  const events = new EventEmitter()
  sandbox.agenda.register('test.note', ({name}) => {
    done.push(name as string)
    events.emit('done')
  })
  const add = (name: string, after: number) => sandbox.agenda.add(sandbox.clock.now() + after, 'test.note', {name})
  const has = async (count: number) => {
    while (done.length < count) await once(events, 'done')
  }
  return {sandbox, done, add, has}
}

describe('the agenda', () => {
  test('does what is due, earliest first, and nothing else', async () => {
    const {sandbox, done, add} = noting()
    sandbox.clock.stop()
    add('late', 2000)
    add('early', 1000)
    add('much later', 60_000)
    await sandbox.agenda.run()
    expect(done).toEqual([])
    sandbox.clock.advance(5000)
    await sandbox.agenda.run()
    expect(done).toEqual(['early', 'late'])
  })

  test('does what a deed puts down for a time that is past already, and tells each when it was due', async () => {
    const {sandbox} = noting()
    const start = sandbox.clock.stop().now
    const times: number[] = []
    sandbox.agenda.register('test.chain', (_data, at) => {
      times.push(at - start)
      if (times.length < 3) sandbox.agenda.add(at + 1000, 'test.chain', {})
    })
    sandbox.agenda.add(start + 1000, 'test.chain', {})
    sandbox.clock.advance(10_000)
    await sandbox.agenda.run()
    expect(times).toEqual([1000, 2000, 3000])
  })

  test('loads a deed when it is due for the first time, once', async () => {
    const {sandbox} = noting()
    let loaded = 0
    let done = 0
    sandbox.agenda.register('test.late', {load: async () => ((loaded += 1), () => void (done += 1))})
    await sandbox.agenda.run()
    expect(loaded).toBe(0)
    for (const after of [0, 0]) sandbox.agenda.add(sandbox.clock.now() + after, 'test.late', {})
    await sandbox.agenda.run()
    expect({loaded, done}).toEqual({loaded: 1, done: 2})
  })

  test('puts aside what fails, with nothing of it done, and goes on', async () => {
    const {sandbox, done, add} = noting()
    sandbox.agenda.register('test.fail', () => {
      sandbox.store.setSetting('half', true)
      throw new Error('No paper left.')
    })
    const at = sandbox.clock.now()
    sandbox.agenda.add(at, 'test.fail', {page: 1})
    sandbox.agenda.add(at, 'test.unknown', {})
    add('after', 0)
    await sandbox.agenda.run()
    expect(done).toEqual(['after'])
    expect(sandbox.store.setting('half')).toBeUndefined()
    expect(sandbox.status().agenda.failed).toMatchObject([
      {kind: 'test.fail', data: {page: 1}, at, error: 'No paper left.'},
      {kind: 'test.unknown', error: 'Nobody knows how to do test.unknown.'},
    ])
  })

  test('does each thing once, however many look', async () => {
    const one = noting()
    const other = noting(openSandbox({file: one.sandbox.store.file}))
    onTestFinished(() => other.sandbox.close())
    for (let count = 0; count < 20; count++) one.add(String(count), 0)
    await Promise.all([one.sandbox.agenda.run(), other.sandbox.agenda.run(), one.sandbox.agenda.run()])
    expect([...one.done, ...other.done].map(Number).sort((a, b) => a - b)).toEqual(
      Array.from({length: 20}, (_, at) => at),
    )
  })

  test('is looked at before each request, and when a command has moved the clock', async () => {
    const {sandbox, done, add} = noting()
    const app = await sandbox.app()
    add('before the request', 0)
    await app.inject({method: 'GET', url: '/identity/users/me'})
    expect(done).toEqual(['before the request'])
    add('in an hour', 3_600_000)
    sandbox.clock.advance(3_600_000)
    await sandbox.catchUp()
    expect(done).toEqual(['before the request', 'in an hour'])
  })
})

describe('a served sandbox', () => {
  test('does what becomes due as time goes by, without any request', async () => {
    const {sandbox, done, add, has} = noting()
    add('before it was served', 0)
    await serve(sandbox)
    add('soon', 30)
    await has(2)
    expect(done).toEqual(['before it was served', 'soon'])
  })

  test('notices what another process puts down, and that it moves the clock', async () => {
    const {sandbox, done, has} = noting()
    await serve(sandbox)
    const other = openSandbox({file: sandbox.store.file})
    onTestFinished(() => other.close())
    other.agenda.add(other.clock.now() + 3_600_000, 'test.note', {name: 'an hour later'})
    other.clock.advance(3_600_000)
    await has(1)
    expect(done).toEqual(['an hour later'])
  })

  test('goes on after a deed that fails', async () => {
    const {sandbox, add, has} = noting()
    sandbox.agenda.add(sandbox.clock.now(), 'test.unknown', {})
    await serve(sandbox)
    add('after it', 0)
    await has(1)
    expect(sandbox.status().agenda.failed).toHaveLength(1)
  })
})
