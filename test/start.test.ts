import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest'
import {World} from './support/world.ts'

describe('the command line', () => {
  let world: World
  beforeAll(() => {
    world = new World()
  })
  afterAll(() => world.dispose())

  test('prints the version and loads nothing else', async () => {
    const {stdout, exitCode} = await world.run(['--version'])
    expect(stdout).toMatch(/^commsctl \d+\.\d+\.\d+$/)
    expect(exitCode).toBe(0)
  })

  test('takes global flags before the command', async () => {
    const before = await world.run(['-p', 'sandbox', '-o', 'json', 'numbers', 'states', '--jq', 'length'])
    const behind = await world.run(['numbers', 'states', '--jq', 'length', '-p', 'sandbox', '-o', 'json'])
    expect(before.stdout).toBe(behind.stdout)
    expect(before.exitCode).toBe(0)
  })

  test('keeps flags before the command out of what follows --', async () => {
    const {stderr, exitCode} = await world.run(['-p', 'sandbox', 'numbers', 'get', '--', '-p'])
    expect(stderr).toContain('“-p” is not a phone number')
    expect(exitCode).toBe(2)
  })

  test.each([[['help', 'numbers', 'search']], [['numbers', 'search', '--help']], [['numbers', 'search', '-h']]])(
    'shows help for %j',
    async (args) => {
      const {stdout, exitCode} = await world.run(args)
      expect(stdout).toContain('$ commsctl numbers search')
      expect(exitCode).toBe(0)
    },
  )

  test('does not take --help behind -- for a call for help', async () => {
    const {exitCode} = await world.run(['numbers', 'get', '--', '--help'])
    expect(exitCode).toBe(2)
  })

  test.each([
    [['numbres', 'list'], 'commsctl numbers list'],
    [['numbers', 'lst'], 'commsctl numbers list'],
    [['10dlc', 'campaign', 'list'], 'commsctl 10dlc campaigns list'],
    [['acounts'], 'commsctl accounts'],
  ])('names what is near %j', async (args, near) => {
    const {stderr, exitCode} = await world.run(args)
    expect(stderr).toContain(near)
    expect(exitCode).toBe(2)
  })
})

describe('whatever is printed', () => {
  const printed = ['numbers states -p sandbox', '--version', '--help', 'numbers --help', 'numbers search --help']

  test.each(printed)('a full disk is an error in words: %s', async (line) => {
    const world = new World()
    onTestFinished(() => world.dispose())
    const {stderr, exitCode} = await world.shell(`commsctl ${line} > /dev/full`)
    expect(stderr).toMatch(/^Error: Cannot write to standard output: .*no space left on device/)
    expect(exitCode).toBe(1)
  })

  test.each(printed)('a reader that is gone is no failure: %s', async (line) => {
    const world = new World()
    onTestFinished(() => world.dispose())
    const {stdout, stderr} = await world.shell(`commsctl ${line} | true; echo "\${PIPESTATUS[0]}"`)
    expect({stdout, stderr}).toEqual({stdout: '0', stderr: ''})
  })
})
