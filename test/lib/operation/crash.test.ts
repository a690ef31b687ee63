import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {fixture} from './program.ts'

test.each([[[]], [['--debug']], [['-o', 'json']], [['--debug', '-o', 'json']]])(
  'a crash with %j shows no secret that it quotes, and leaves none behind',
  async (flags) => {
    const {run, home, env} = await fixture()
    const secrets = ['CANARY-password', 'CANARY-token']
    const args = ['crash', '--password', 'env:PASSWORD', ...flags]
    const {exitCode, stdout, stderr} = await run(args, {
      env: {...env, PASSWORD: secrets[0]!, COMMSCTL_MURANO_TOKEN: secrets[1]!},
    })
    expect({exitCode, stdout}).toEqual({exitCode: 1, stdout: ''})
    expect(stderr).toContain('cannot read *** with ***')
    const left = readdirSync(home, {recursive: true, encoding: 'utf8', withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => readFileSync(join(parentPath, name), 'latin1'))
    expect(left.some((text) => text.includes('crash'))).toBe(true)
    expect([stderr, ...left].filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([])
  },
)
