import {existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test, vi} from 'vitest'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'

async function freshWorld(): Promise<SandboxWorld> {
  const [world] = freshWorlds(1)
  return world!
}

/** What may stand where the last of the words is. */
async function candidates(world: SandboxWorld, ...words: string[]): Promise<string[]> {
  const lines = (await world.ok('__complete', ...words)).split('\n')
  return lines.map((line) => line.split('\t')[0]!)
}

describe('the program says', () => {
  test.each([
    ['which areas begin so', ['num'], ['numbers', ':end']],
    ['which verbs an area has', ['10dlc', 'brands', ''], ['delete', 'get', 'register', 'usecases', ':end']],
    ['what comes below a topic, behind flags, too', ['-p', 'sandbox', '10dlc', 'ca'], ['campaigns', ':end']],
    ['which flags begin so', ['numbers', 'search', '--qu'], ['--quantity', ':end']],
    ['both forms of a switch', ['sms', 'send', '--direc'], ['--direct', ':end']],
    ['the values of a flag', ['identities', 'get', '--include', ''], ['alias', 'properties', ':end']],
    ['the values of a flag with =', ['identities', 'get', '--include=a'], ['--include=alias', ':end']],
    ['the values of an argument', ['completion', 'z'], ['zsh', ':end']],
    ['that a file is wanted', ['10dlc', 'brands', 'register', '--from-file', ''], [':files']],
    ['that @ is followed by a file', ['numbers', 'provision', '@n'], [':files']],
    ['which profiles there are', ['numbers', 'list', '-p', ''], ['sandbox', ':end']],
    ['which profiles there are, before the command, too', ['--profile', ''], ['sandbox', ':end']],
    ['no profile for another name', ['murano', 'modules', 'get', ''], [':end']],
    ['nothing for text', ['numbers', 'search', '--network', ''], [':end']],
    ['nothing behind the last argument', ['numbers', 'get', '+19412340001', ''], [':end']],
    ['nothing for what is no command', ['nosuch', ''], [':end']],
  ])('%s', async (_, words, expected) => {
    const found = await candidates(await freshWorld(), ...words)
    expect(found.filter((word) => word !== '--no-direct')).toEqual(expected)
  })

  test('no flag twice, but for those that repeat', async () => {
    const world = await freshWorld()
    const flags = await candidates(world, 'numbers', 'list', '--limit', '3', '--where', 'a=b', '--')
    expect(flags).not.toContain('--limit')
    expect(flags).toContain('--where')
  })
})

describe('names of things that there are', () => {
  test('are asked for in the background, and kept', async () => {
    const world = await freshWorld()
    expect(await candidates(world, '10dlc', 'campaigns', 'get', '')).toEqual([':end'])
    await vi.waitFor(
      async () => {
        const lines = await world.ok('__complete', '10dlc', 'campaigns', 'get', '')
        expect(lines).toBe(
          'CSMILE1\tAppointment reminders LOW_VOLUME ACTIVE\nCPROMO1\tWhitening offers MARKETING REJECTED\n:end',
        )
      },
      {timeout: 60_000, interval: 100},
    )
    expect(await candidates(world, '10dlc', 'campaigns', 'delete', 'CP')).toEqual(['CPROMO1', ':end'])
  })

  test('that nobody has wanted for long are deleted when others are kept', async () => {
    const world = await freshWorld()
    const folder = join(world.home, 'cache/commsctl/completion')
    mkdirSync(folder, {recursive: true})
    for (const name of ['old.json', 'younger.json', 'new.json']) writeFileSync(join(folder, name), '[]')
    const daysAgo = (days: number) => Date.now() / 1000 - days * 24 * 3600
    utimesSync(join(folder, 'old.json'), daysAgo(8), daysAgo(8))
    utimesSync(join(folder, 'younger.json'), daysAgo(6), daysAgo(6))
    const source = {args: ['accounts', 'list'], whose: '', id: 'uuid', about: ['name']}
    await world.ok('__refresh', join(folder, 'new.json'), JSON.stringify(source))
    expect(readdirSync(folder).sort()).toEqual(['new.json', 'younger.json'])
  })

  test('are those of the account and the profile that the line names', async () => {
    const world = await freshWorld()
    const account = 'cde2e36f-0c03-55bc-9fa3-4ad0ddd385cb'
    delete world.env['COMMSCTL_PROFILE']
    const mine = () => candidates(world, '-p', 'sandbox', 'accounts', 'get', '')
    await vi.waitFor(async () => expect(await mine()).toHaveLength(4), {timeout: 60_000, interval: 100})
    expect(await mine()).not.toContain(account)
    expect(await candidates(world, 'accounts', 'get', '')).toEqual([':end'])
  })

  test.each([
    ['by the id that an area calls otherwise', ['media', 'download', ''], '48316f78-241f-5101-9d48-1ef35b4cbb71'],
    ['of an area without topics', ['short-urls', 'delete', ''], undefined],
    ['by a UUID', ['scheduler', 'get', ''], undefined],
    ['of another area, for the number to send from', ['sms', 'send', '--from', ''], '+19412340001'],
  ])('are found %s', async (_, words, expected) => {
    const world = await freshWorld()
    await vi.waitFor(
      async () => {
        const found = await candidates(world, ...words)
        expect(found.length).toBeGreaterThan(1)
        if (expected !== undefined) expect(found).toContain(expected)
      },
      {timeout: 60_000, interval: 100},
    )
  })

  test.each([
    ['secrets', ['identities', 'password', 'reset', '']],
    ['things of other areas that are called the same', ['history', 'get', '']],
  ])('are never %s: nothing is asked for', async (_, words) => {
    const world = await freshWorld()
    expect(await candidates(world, ...words)).toEqual([':end'])
    expect(existsSync(join(world.home, 'cache/commsctl/completion'))).toBe(false)
  })

  test('are given without asking while they are fresh: nothing is started', async () => {
    const world = await freshWorld()
    await vi.waitFor(async () => expect(await candidates(world, 'numbers', 'get', '')).toContain('+19412340001'), {
      timeout: 60_000,
      interval: 100,
    })
    await world.ok('numbers', 'release', '+19412340001', '--yes')
    expect(await candidates(world, 'numbers', 'get', '')).toContain('+19412340001')
  })
})

describe('bash', () => {
  /** What bash puts into COMPREPLY for a line whose cursor is at its end. */
  async function completed(world: SandboxWorld, line: string): Promise<string[]> {
    const script = [
      'eval "$(commsctl completion bash)"',
      // Words as bash takes them apart: = stands alone.
      `COMP_WORDS=(${line.replaceAll('=', ' = ')})`,
      line.endsWith(' ') ? 'COMP_WORDS+=("")' : '',
      'COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_TYPE=9',
      '_commsctl; printf "%s\\n" "${COMPREPLY[@]}"',
    ].join('\n')
    return (await world.shell(script)).stdout.split('\n')
  }

  test('completes words, flags and values, and shows what they are where there are several', async () => {
    const world = await freshWorld()
    expect(await completed(world, 'commsctl numb')).toEqual(['numbers'])
    expect(await completed(world, 'commsctl oauth tokens ')).toContain('revoke  (Revoke an access token)')
    expect(await completed(world, 'commsctl identities get --include=al')).toEqual(['alias'])
    expect(await completed(world, 'commsctl identities get --include=')).toEqual(['alias', 'properties'])
  })

  test('completes names of files, behind @, too', async () => {
    const world = await freshWorld()
    mkdirSync(join(world.home, 'lists'))
    writeFileSync(join(world.home, 'numbers.txt'), '')
    expect(await completed(world, 'commsctl 10dlc brands register --from-file n')).toEqual(['numbers.txt'])
    expect(await completed(world, 'commsctl numbers provision @l')).toEqual(['@lists'])
  })
})
