import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {SandboxWorld} from '../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

test('list names the functions, and asks with skip', async () => {
  expect(await world.ok('lambdas', 'list')).toBe('sumnumbers\necho')
  expect(await world.ok('lambdas', 'list', '--offset', '1', '-o', 'id')).toBe('echo')
  expect(await world.request('lambdas', 'list', '--offset', '1', '--limit', '5')).toMatch(/actions\?skip=1&limit=5$/)
})

test('invoke shows what a function makes of its parameters, with or without a body', async () => {
  expect(await world.json('lambdas', 'invoke', 'sumnumbers', '-F', 'nbrs[]=1', '-F', 'nbrs[]=2')).toEqual({
    body: {sum: 3},
  })
  expect(await world.json('lambdas', 'invoke', 'echo')).toEqual({body: {}})
  expect(await world.fails(5, 'lambdas', 'invoke', 'nonesuch')).toContain('nonesuch')
  expect(await world.fails(6, 'lambdas', 'invoke', 'sumnumbers', '-F', 'x=many')).toContain(
    'Not all of them are numbers',
  )
})

test('invoke takes its parameters from an editor, and says in the template that there are any', async () => {
  expect(await world.ok('lambdas', 'invoke', 'echo', '--template')).toContain('# Any fields')
  const editor = join(world.home, 'editor.sh')
  writeFileSync(editor, 'sed -i "s/{}/greeting: hello/" "$1"')
  const env = {...world.env, EDITOR: `sh ${editor}`}
  const run = await world.run(['lambdas', 'invoke', 'echo', '--edit', '-o', 'json'], {env})
  expect(JSON.parse(run.stdout)).toEqual({body: {greeting: 'hello'}})
})

test('functions of your own come from a file or standard input, and can be taken out again', async () => {
  writeFileSync(join(world.home, 'double.js'), 'const {n} = params\nreturn {n: n * 2}\n')
  await world.ok('sandbox', 'lambdas', 'set', 'double', '--script', '@double.js')
  expect(await world.json('lambdas', 'invoke', 'double', '-F', 'n=21')).toEqual({body: {n: 42}})
  const piped = await world.run(['sandbox', 'lambdas', 'set', 'double', '--script', '-'], {
    ...{stdin: undefined, input: 'return {n: params.n * 3}'},
  })
  expect(piped.exitCode).toBe(0)
  expect(await world.json('lambdas', 'invoke', 'double', '-F', 'n=21')).toEqual({body: {n: 63}})
  await world.ok('sandbox', 'lambdas', 'delete', 'double', '--yes')
  await world.fails(5, 'lambdas', 'invoke', 'double')
  expect(await world.fails(5, 'sandbox', 'lambdas', 'delete', 'double', '--yes')).toContain('no function double')
})

test.each([
  [['bad', '--script', 'return ('], '--script is not the body of a function'],
  [['a b', '--script', 'return 1'], 'NAME: “a b”'],
  [['none'], 'Missing --script'],
])('set refuses %j', async (args, problem) => {
  expect(await world.fails(2, 'sandbox', 'lambdas', 'set', ...args)).toContain(problem)
})
