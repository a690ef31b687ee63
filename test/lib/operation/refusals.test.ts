import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {json} from '../client/support.ts'
import {errorOf, fixture} from './program.ts'

const id = '44444444-4444-4444-8444-444444444444'
const valid = ['checks', id, '--name', 'x', '--password', 'env:SECRET']

/** Command lines that must be refused, and what the message must hold. */
const refused: [why: string, args: string[], ...says: string[]][] = [
  ['an unknown flag', [...valid, '--colur', 'red'], '--colur', 'Did you mean --colour?'],
  ['an unknown value', [...valid, '--colour', 'gren'], '--colour: “gren”', 'red, green, blue', 'Did you mean green?'],
  [
    'a malformed uuid',
    ['checks', '4444', '--name', 'x', '--password', 'env:SECRET'],
    'ID: “4444” is not a uuid',
    '4 digits',
  ],
  ['a number with a fraction', [...valid, '--size', '1.5'], '--size: “1.5” is not a whole number'],
  ['a number out of bounds', [...valid, '--size', '10'], '--size: “10” is more than 9'],
  ['an impossible date', [...valid, '--due', '2026-02-30'], '--due: “2026-02-30”', '28 days'],
  ['a URL of another kind', [...valid, '--site', 'ftp://x'], '--site: “ftp://x”', 'ftp:'],
  ['a malformed address', [...valid, '--mail', 'nobody'], '--mail: “nobody”', 'no @'],
  ['a malformed phone number', [...valid, '--phone', '12'], '--phone: “12” is too short'],
  ['malformed JSON', [...valid, '--data', '{"a":1,}'], '--data is not JSON: line 1, column 8'],
  ['a file that does not exist', [...valid, '--file', 'none.png'], '--file: the file none.png does not exist'],
  ['a folder for a file', [...valid, '--file', '.'], '--file: the file . is a folder'],
  [
    'a variable that is not set',
    ['checks', id, '--name', 'x', '--password', 'env:NONE'],
    '--password: the variable NONE is not set',
  ],
  [
    'flags that exclude each other',
    [...valid, '--left', 'a', '--right', 'b'],
    '--left and --right cannot be given together',
  ],
  ['a flag without the one it needs', [...valid, '--stock', 'X'], '--stock needs --exchange'],
  ['a flag without its value', [...valid, '--left'], '--left'],
  ['one argument too many', [...valid, 'more'], '“more” is too much'],
  ['values that are missing', ['checks'], 'Missing ID, --name, --password.'],
  ['a malformed jq program', ['replies', 'object', 'T', '--jq', '.a | | .b'], '--jq'],
  ['an unknown output format', ['replies', 'object', 'T', '-o', 'jsn'], '“jsn”', 'Did you mean json?'],
  ['a malformed condition', ['lists', 'all', '--where', 'status'], '--where: “status” is not KEY=VALUE'],
  ['a malformed filter', ['lists', 'all', '--filter', '=x'], '--filter: “=x” is not KEY=VALUE'],
  ['a filter given twice', ['lists', 'all', '--filter', 'a=1', '--filter', 'a=2'], '“a” is given twice'],
  ['a malformed limit', ['lists', 'all', '--limit', 'ten'], '--limit: “ten” is not a whole number'],
  ['an offset below zero', ['lists', 'all', '--offset=-1'], '--offset: “-1” is less than 0'],
  ['both --all and --limit', ['lists', 'all', '--all', '--limit', '3'], '--all', '--limit'],
  ['a malformed length of time', ['lists', 'all', '--timeout', 'soon'], '--timeout: “soon” is not a length of time'],
  ['a malformed path of a field', ['bodies', 'whole', 'W', '-F', 'name=1', '-F', 'a..b=1'], 'a..b', 'character 2'],
  ['a field that is no field', ['bodies', 'whole', 'W', '-F', 'name'], '-F: “name” is not PATH=VALUE'],
  [
    'a field inside a text',
    ['bodies', 'whole', 'W', '--body', '{"name":"x"}', '-F', 'name.a=1'],
    '“name.a” needs an object',
  ],
  [
    'a single value inside a text',
    ['bodies', 'whole', 'W', '-F', 'name=x', '-F', 'content=1'],
    'needs an object at “content”',
  ],
  ['a body that lacks a field', ['bodies', 'whole', 'W', '--body', '{}'], 'The body lacks name'],
  ['a body that is a text', ['bodies', 'whole', 'W', '--body', '"x"'], '--body: it is “x”, and must be an object'],
  [
    'a body that is no array',
    ['bodies', 'rows', '--yes', '--body', '{}'],
    '--body: it is an object, and must be a list',
  ],
  ['a path segment that leads elsewhere', ['replies', 'object', '..'], 'ID: “..” cannot stand in a path'],
  ['a header that cannot be sent', ['places', 'P', '--user-name', 'Łukasz'], 'cannot be sent', 'user_uuid'],
  ['an unknown command', ['replies', 'objct'], '“replies objct”', 'commsctl replies object'],
  ['an unknown area', ['replys', 'object'], '“replys”', 'commsctl replies'],
]

describe('what is refused before anything is sent', () => {
  it.for(refused)('%s', async ([, args, ...says]) => {
    const {server, env, run} = await fixture()
    const result = await run(args, {env: {...env, SECRET: 'hunter2'}})
    expect(result).toMatchObject({exitCode: 2, stdout: ''})
    for (const text of says) expect(result.stderr).toContain(text)
    expect(result.stderr).not.toContain('hunter2')
    expect(server.seen).toEqual([])
  })

  it('names all that is wrong at once', async () => {
    const {server, run} = await fixture()
    const wrong = ['--size', 'x', '--due', 'y', '--colour', 'z', '--data', '{']
    const result = await run(['checks', 'no-uuid', '--name', 'x', ...wrong, '-o', 'json'])
    expect(result.exitCode).toBe(2)
    const {message, details} = errorOf(result)
    expect(message).toBe('5 values are not right.')
    for (const usage of ['ID', '--size', '--due', '--colour', '--data']) {
      expect((details as string[]).some((detail) => detail.startsWith(usage))).toBe(true)
    }
    expect(server.seen).toEqual([])
  })

  it('says how to give the account where none is known', async () => {
    const {server, env, run} = await fixture()
    const result = await run(['places', 'P'], {env: {...env, COMMSCTL_ACCOUNT: undefined}})
    expect(result).toMatchObject({exitCode: 2, stdout: ''})
    expect(result.stderr).toContain('Missing --account.')
    expect(result.stderr).toContain('commsctl config set account')
    expect(server.seen).toEqual([])
  })
})

describe('errors as JSON', () => {
  it('are one object with the listed fields and no others', async () => {
    const {run} = await fixture((response) =>
      json(response, 404, {
        code: '404',
        message: 'No such thing',
        trace_id: 'T-1',
        details: [{id: 'gone'}],
        secret: 'x',
      }),
    )
    const [usage, notFound, unknown] = await Promise.all([
      run([...valid, '--colour', 'gren', '-o', 'json']),
      run(['replies', 'object', 'T9', '-o', 'json']),
      run(['replies', 'object', 'T9', '--colour', 'red', '--output=json']),
    ])
    expect([usage.exitCode, notFound.exitCode, unknown.exitCode]).toEqual([2, 5, 2])
    const fields = ['code', 'details', 'exit', 'hint', 'message', 'retryable', 'status', 'trace_id']
    for (const run of [usage, notFound, unknown]) {
      expect(run.stdout).toBe('')
      expect(fields).toEqual(expect.arrayContaining(Object.keys(errorOf(run))))
      expect(errorOf(run)).toMatchObject({exit: run.exitCode, retryable: false})
    }
    expect(errorOf(notFound)).toMatchObject({code: '404', status: 404, trace_id: 'T-1'})
    expect(notFound.stderr).toContain('gone')
    expect(notFound.stderr).not.toContain('secret')
  })

  it('are JSON for an unknown command, too', async () => {
    const {run} = await fixture()
    const result = await run(['replies', 'objct', '-o', 'json'])
    expect(result.exitCode).toBe(2)
    expect(errorOf(result)).toMatchObject({code: 'unknown-command', exit: 2})
  })
})

describe('a file that is unreadable', () => {
  it('is told before a token is asked for', async () => {
    const {server, home, run} = await fixture()
    writeFileSync(join(home, 'bad.json'), Buffer.from([0xff, 0xfe, 0x00]))
    const result = await run(['bodies', 'whole', 'W', '--body', '@bad.json'])
    expect(result.exitCode).toBe(2)
    expect(result.stderr).toContain('--body: the file bad.json is not UTF-8 text.')
    expect(server.seen).toEqual([])
  })
})
