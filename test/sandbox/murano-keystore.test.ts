import {describe, expect, test} from 'vitest'
import {entries} from '../../src/sandbox/murano/services/keystore/entries.ts'
import {calling} from './murano-call.ts'

/** Runs Redis commands on one key, written as `lpush a b`. */
async function redis() {
  const {sandbox, call, result} = await calling('keystore')
  const argumentsOf = (line: string) => {
    const [command, ...args] = line.split(' ')
    return {key: 'k', command, ...(args.length > 0 && {args})}
  }
  const run = async (line: string) => ((await result('command', argumentsOf(line))) as {value: unknown}).value
  return {sandbox, call, run, fails: (line: string) => call('command', argumentsOf(line))}
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

  test.each([
    ['a key with a blank', 'set', {key: 'two words', value: 'x'}, 'key is “two words”'],
    ['no key', 'get', {}, 'key is missing'],
    ['no value', 'set', {key: 'a'}, 'value is missing'],
    ['a value that is a list', 'set', {key: 'a', value: [1]}, 'value is a list'],
  ])('are refused for %s, in the words of the service', async (_, operation, given, message) => {
    const {call} = await calling('keystore')
    const reply = await call(operation, given)
    expect(reply.status).toBe(400)
    expect(reply.json()).toEqual({error: {code: 400}, message: expect.stringContaining(message) as string})
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
  ])('work on %s', async (_, lines, expected) => {
    const {run} = await redis()
    const found = []
    for (const line of lines) found.push(await run(line))
    expect(found).toEqual(expected)
  })

  test('let keys go on the sandbox’s clock', async () => {
    const {sandbox, run} = await redis()
    sandbox.clock.stop()
    expect(await run('set a EX 10')).toBe('OK')
    sandbox.clock.advance(9000)
    expect([await run('ttl'), await run('get')]).toEqual([1, 'a'])
    expect([await run('expire 100'), await run('persist'), await run('ttl')]).toEqual([1, 1, -1])
    await run(`expireat ${Math.floor(sandbox.clock.now() / 1000) + 5}`)
    sandbox.clock.advance(5000)
    expect([await run('get'), await run('ttl')]).toEqual([null, -2])
    await run('rpush a')
    expect([await run('expire -1'), await run('exists')]).toEqual([1, 0])
  })

  test('take numbers and booleans for text, and a counter that was set as a number stays one', async () => {
    const {call, run} = await redis()
    await call('set', {key: 'k', value: 5})
    expect((await call('command', {key: 'k', command: 'incrby', args: [2]})).json()).toEqual({value: 7})
    expect(await run('get')).toBe(7)
    await run('del')
    await call('command', {key: 'k', command: 'rpush', args: [1, true, 'x']})
    expect(await run('lrange 0 -1')).toEqual(['1', 'true', 'x'])
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
  ])('after %s refuse %s, and change nothing', async (before, line, message) => {
    const {run, fails} = await redis()
    await run(before)
    const type = await run('type')
    const reply = await fails(line)
    expect(reply.status).toBe(400)
    expect(reply.json()).toHaveProperty('message', expect.stringContaining(message))
    expect([await run('type'), await run('ttl')]).toEqual([type, -1])
  })

  test('do not get a value of another type through get', async () => {
    const {call, run} = await redis()
    await run('rpush a')
    expect((await call('get', {key: 'k'})).status).toBe(400)
  })
})
