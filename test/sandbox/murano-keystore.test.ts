import {describe, expect, test} from 'vitest'
import {entries} from '../../src/sandbox/murano/services/keystore/entries.ts'
import {runCommand} from '../../src/sandbox/murano/services/keystore/run-command.ts'
import {type Entry, Slot} from '../../src/sandbox/murano/services/keystore/slot.ts'
import {calling} from './murano-call.ts'

/** One key without a sandbox around it; commands are written as `lpush a b`. */
function oneKey() {
  let entry: Entry | undefined
  const clock = {now: 1_700_000_000_000}
  const run = (line: string) => {
    const [command = '', ...args] = line.split(' ')
    const slot = new Slot(entry, clock.now)
    const value = runCommand(slot, command, args)
    entry = slot.entry
    return value
  }
  return {clock, run}
}

describe('values of the keystore', () => {
  test('keep their JSON type, are listed, deleted and cleared', async () => {
    const {call, result} = await calling('keystore')
    for (const [key, value] of Object.entries({a: 'text', b: 1.5, c: true, d: null})) {
      expect((await call('set', {key, value})).status).toBe(204)
      expect(await result('get', {key})).toEqual({value})
    }
    expect(await result('list')).toEqual({keys: ['a', 'b', 'c', 'd'], quota: 1000})
    expect((await call('delete', {key: 'b'})).status).toBe(204)
    expect(await result('get', {key: 'b'})).toEqual({value: null})
    expect((await call('clear')).status).toBe(204)
    expect(await result('list')).toMatchObject({keys: []})
  })

  test('are refused for wrong arguments, in the words of the service', async () => {
    const {call} = await calling('keystore')
    const refusals: [operation: string, given: object, message: string][] = [
      ['set', {key: 'two words', value: 'x'}, 'key is “two words”'],
      ['get', {}, 'key is missing'],
      ['set', {key: 'a'}, 'value is missing'],
      ['set', {key: 'a', value: [1]}, 'value is a list'],
    ]
    for (const [operation, given, message] of refusals) {
      const reply = await call(operation, given)
      expect(reply.status).toBe(400)
      expect(reply.json()).toEqual({error: {code: 400}, message: expect.stringContaining(message) as string})
    }
  })

  test('are a thousand at most', async () => {
    const {sandbox, call} = await calling('keystore')
    await call('set', {key: 'k0', value: 0})
    const stored = sandbox.store.collection(entries)
    const [first] = stored.find()
    sandbox.store.transaction(() => {
      for (let count = 1; count < 1000; count++)
        stored.put({...first!, id: `${first!.solution_id}:k${count}`, key: `k${count}`})
    })
    expect((await call('set', {key: 'one-more', value: 1})).status).toBe(400)
    expect((await call('set', {key: 'k7', value: 'changed'})).status).toBe(204)
  })
})

describe('Redis commands', () => {
  test.each([
    ['strings', ['set a', 'append bc', 'strlen', 'getrange 1 -1', 'getset z', 'get'], ['OK', 3, 3, 'bc', 'abc', 'z']],
    ['conditions', ['set a nx', 'set b NX', 'set c xx', 'setnx d', 'get'], ['OK', null, 'OK', 0, 'c']],
    ['counters', ['incr', 'incrby 10', 'decr', 'decrby 4', 'incrbyfloat 0.5', 'get'], [1, 11, 10, 6, '6.5', '6.5']],
    [
      'lists',
      ['rpush a b c', 'lpush z', 'lrange 0 -1', 'lindex -1', 'lset 0 y', 'linsert before b x', 'lrange 0 -1', 'llen'],
      [3, 4, ['z', 'a', 'b', 'c'], 'c', 'OK', 5, ['y', 'a', 'x', 'b', 'c'], 5],
    ],
    [
      'ends of lists',
      ['rpush a b a c a', 'lrem -2 a', 'lrange 0 -1', 'lpop', 'rpop', 'ltrim 0 0', 'lrange 0 9', 'lpop', 'exists'],
      [5, 2, ['a', 'b', 'c'], 'a', 'c', 'OK', ['b'], 'b', 0],
    ],
    ['lists that are not there', ['lpushx a', 'rpushx a', 'linsert after a b', 'lpop', 'llen'], [0, 0, 0, null, 0]],
    [
      'sets',
      ['sadd a b a', 'sadd b c', 'scard', 'sismember c', 'srem a x', 'smembers', 'spop', 'spop 5', 'type'],
      [2, 1, 3, 1, 1, ['b', 'c'], 'b', ['c'], 'none'],
    ],
    [
      'hashes',
      ['hset a 1 b 2', 'hset a 3 c 4', 'hget a', 'hmget a x', 'hincrby b 5', 'hdel c x', 'hgetall', 'hlen', 'hkeys'],
      [2, 1, '3', ['3', null], 7, 1, {a: '3', b: '7'}, 2, ['a', 'b']],
    ],
    ['hash fields', ['hsetnx a 1', 'hsetnx a 2', 'hexists a', 'hvals', 'hincrbyfloat a 0.5'], [1, 0, 1, ['1'], '1.5']],
    ['keys', ['set a', 'type', 'exists', 'ttl', 'del', 'ttl', 'expire 5'], ['OK', 'string', 1, -1, 1, -2, 0]],
  ])('work on %s', (_, lines, expected) => {
    const {run} = oneKey()
    expect(lines.map(run)).toEqual(expected)
  })

  test('let keys go when their time has come', () => {
    const {clock, run} = oneKey()
    run('set a EX 10')
    clock.now += 9000
    expect(['ttl', 'pttl', 'get'].map(run)).toEqual([1, 1000, 'a'])
    expect(['expire 100', 'persist', 'ttl'].map(run)).toEqual([1, 1, -1])
    run(`expireat ${clock.now / 1000 + 5}`)
    clock.now += 5000
    expect(['get', 'ttl'].map(run)).toEqual([null, -2])
    expect(['rpush a', 'expire -1', 'exists'].map(run)).toEqual([1, 1, 0])
  })

  test.each([
    ['set a', 'lpush b', 'WRONGTYPE'],
    ['rpush a', 'incr', 'WRONGTYPE'],
    ['set abc', 'incr', 'not an integer'],
    ['set 1', 'incrby x', 'not an integer'],
    ['set 1', 'flushall', 'no command flushall'],
    ['set 1', 'get x', 'takes 0 after the key'],
    ['set 1', 'setex 1', 'takes 2 after the key'],
    ['rpush a', 'lset 5 x', 'out of range'],
    ['hset a 1', 'hset b', 'takes 2 or more'],
    ['hset a 1', 'hset b 1 c', 'without a value'],
    ['set 1', 'set 2 ex 0', 'must be positive'],
  ])('after %s refuse %s, and change nothing', (before, line, message) => {
    const {run} = oneKey()
    run(before)
    const type = run('type')
    expect(() => run(line)).toThrow(message)
    expect(['type', 'ttl'].map(run)).toEqual([type, -1])
  })

  test('come by HTTP, on the sandbox’s clock', async () => {
    const {sandbox, call, result} = await calling('keystore')
    sandbox.clock.stop()
    await call('set', {key: 'k', value: 5})
    expect(await result('command', {key: 'k', command: 'incrby', args: [2]})).toEqual({value: 7})
    expect(await result('get', {key: 'k'})).toEqual({value: 7})
    await call('command', {key: 'k', command: 'expire', args: [60]})
    sandbox.clock.advance(60_000)
    expect(await result('list')).toMatchObject({keys: []})
    expect(await result('command', {key: 'l', command: 'RPUSH', args: [1, true, 'x']})).toEqual({value: 3})
    expect(await result('command', {key: 'l', command: 'lrange', args: [0, -1]})).toEqual({value: ['1', 'true', 'x']})
    expect((await call('get', {key: 'l'})).status).toBe(400)
    expect((await call('command', {key: 'l', command: 'incr'})).json()).toMatchObject({error: {code: 400}})
  })
})
