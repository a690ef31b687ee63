import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {type FaultRule} from '../../../src/sandbox/faults.ts'
import {seededLocationUuid as location} from '../../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../../support/fresh-worlds.ts'
import {type SandboxWorld} from '../../support/sandbox-world.ts'
import {type Run} from '../../support/world.ts'

const register = ['10dlc', 'brands', 'register', '--account', location]

const acme = {
  legal_name: 'Acme Dental LLC',
  brand_name: 'Acme Dental',
  organization_type: 'PRIVATE_PROFIT',
  e_i_n: '12-3456789',
  vertical: 'HEALTHCARE',
  address: '1 Main St',
  city: 'Sarasota',
  state: 'FL',
  postal_code: '34236',
  website: 'https://acme.example',
  email_address: 'office@acme.example',
  phone_number: '(941) 234-0001',
}

type Fields = Record<string, string | undefined>

function flagsOf(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name === 'e_i_n' ? 'ein' : name.replaceAll('_', '-')}`, value],
  )
}

let world: SandboxWorld

beforeEach(async () => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
  await world.inside(({clock}) => clock.stop())
})

function file(name: string, content: string): string {
  writeFileSync(join(world.home, name), content)
  return name
}

function advance(seconds: number) {
  return world.inside(({clock}) => clock.advance(seconds * 1000))
}

function brand(): Promise<Fields> {
  return world.json<Fields>('10dlc', 'brands', 'get', '--account', location)
}

describe('a brand is registered', () => {
  test('from flags, with its numbers and lists as the platform writes them', async () => {
    const {exitCode, stderr} = await world.run([...register, ...flagsOf({...acme, vertical: 'healthcare'}), '--yes'])
    expect({exitCode, stderr}).toMatchObject({exitCode: 0, stderr: expect.stringContaining('brand:\n') as string})
    expect(await brand()).toMatchObject({
      ...acme,
      phone_number: '+19412340001',
      registration_country: 'US',
      status: 'UNVERIFIED',
    })
  })

  test('from YAML, in which numbers need no quotes; the filing is shown as it goes', async () => {
    const yaml = Object.entries({...acme, postal_code: '01234', e_i_n: '012345678'}).map(
      ([name, value]) => `  ${name}: ${value}\n`,
    )
    const {exitCode, stderr} = await world.run([
      ...register,
      '--from-file',
      file('f.yaml', `brand:\n${yaml.join('')}`),
      '-y',
    ])
    expect(exitCode).toBe(0)
    expect(stderr).toContain('postal_code: "01234"')
    expect(await brand()).toMatchObject({postal_code: '01234', e_i_n: '012345678'})
  })

  test('from JSON and standard input; flags go before the file', async () => {
    const json = JSON.stringify({brand: acme, campaign: {}})
    const args = [...register, '--from-file', file('f.json', json), '--city', 'Venice', '--dry-run']
    const piped = [...register, '--from-file', '-', '--city', 'Venice', '--dry-run']
    const [named, input] = await Promise.all([world.run(args), world.run(piped, {stdin: 'pipe', input: json})])
    expect(named).toMatchObject({exitCode: 0, stdout: expect.stringContaining('"city":"Venice"') as string})
    expect(input.stdout).toBe(named.stdout)
  })

  test('from what was shown before', async () => {
    const {stderr} = await world.run([...register, ...flagsOf(acme)])
    const shown = stderr.slice(0, stderr.indexOf('Error:'))
    await world.run([...register, '--from-file', file('shown.yaml', shown), '--yes'])
    expect(await brand()).toMatchObject({legal_name: 'Acme Dental LLC'})
  })
})

describe('a filing that is not right is exit 2, before it is sent', () => {
  test('all that is missing is named at once, also what the kind of organisation asks for', async () => {
    const [none, company, listed, sole] = await Promise.all([
      world.fails(2, ...register, '--yes'),
      world.fails(2, ...register, ...flagsOf({...acme, e_i_n: undefined, city: undefined})),
      world.fails(2, ...register, ...flagsOf({...acme, organization_type: 'PUBLIC_PROFIT'})),
      world.fails(2, ...register, ...flagsOf({...acme, organization_type: 'SOLE_PROPRIETOR', e_i_n: undefined})),
    ])
    expect(none).toContain('Missing --legal-name, --brand-name, --organization-type, --vertical, --address')
    expect(company).toContain('Missing --ein, --city.')
    expect(listed).toContain('Missing --stock-symbol, --stock-exchange, --business-contact-email.')
    expect(sole).toContain('Missing --first-name, --last-name.')
  })

  test('a value that the platform does not list names the near ones', async () => {
    const [vertical, type] = await Promise.all([
      world.fails(2, ...register, ...flagsOf({...acme, vertical: 'HEALTH_CARE'}), '-y'),
      world.fails(2, ...register, ...flagsOf({...acme, organization_type: 'PRIVATE'}), '-y', '-o', 'json'),
    ])
    expect(vertical).toContain('Did you mean HEALTHCARE?')
    expect(JSON.parse(type)).toMatchObject({code: 'unknown-value', hint: 'commsctl 10dlc enums lists them.'})
    await world.fails(5, '10dlc', 'brands', 'get', '--account', location)
  })

  test('all that is wrong in a file is told with its place', async () => {
    const yaml = 'brand:\n  legal_nam: Acme\n  city: [Venice]\n  phone_number: 911\n  website: acme\n  state: ""\n'
    const stderr = await world.fails(2, ...register, '--from-file', file('f.yaml', yaml), '-y')
    for (const problem of [
      'f.yaml: brand.legal_nam is no field of it. Did you mean legal_name?',
      'f.yaml: brand.city must be a single value.',
      'f.yaml: brand.phone_number: “911” is too short.',
      'f.yaml: brand.website: “acme” is not a URL.',
      'f.yaml: brand.state is empty.',
    ])
      expect(stderr).toContain(problem)
  })

  test.each([
    ['has another part only', 'brands:\n  city: x\n', 'f.yaml has no “brand:”. Did you mean brands?'],
    ['is a list', '- 1\n', 'f.yaml is not a set of fields.'],
    ['is no YAML', 'brand: {\n', 'is not YAML: line'],
    ['is empty', '', 'is empty'],
  ])('a file that %s says so', async (_, yaml, message) => {
    expect(await world.fails(2, ...register, '--from-file', file('f.yaml', yaml))).toContain(message)
  })

  test('without a terminal and without --yes the filing is shown, and not sent', async () => {
    const stderr = await world.fails(2, ...register, ...flagsOf(acme))
    expect(stderr).toMatch(
      /brand:\n {2}legal_name: Acme Dental LLC\n(.*\n)*Error: Register this brand for account .*costs money/,
    )
    await world.fails(5, '10dlc', 'brands', 'get', '--account', location)
  })
})

describe('what the service says', () => {
  test('a second brand is refused: exit 6', async () => {
    await world.ok(...register, ...flagsOf(acme), '-y')
    const stderr = await world.fails(6, ...register, ...flagsOf(acme), '-y')
    expect(stderr).toContain('has a brand')
  })

  test('--wait ends with the brand when it is verified', async () => {
    const running = world.run([...register, ...flagsOf(acme), '-y', '--wait', '-o', 'json'])
    await filed()
    await advance(10)
    const {exitCode, stdout} = await running
    expect({exitCode, brand: JSON.parse(stdout) as object}).toMatchObject({exitCode: 0, brand: {status: 'VERIFIED'}})
  })

  test('--wait ends with exit 6 and the reason when it failed', async () => {
    const wrong = flagsOf({...acme, e_i_n: '00-0000000'})
    const running = world.run([...register, ...wrong, '-y', '--wait', '--no-lint'])
    await filed()
    await advance(10)
    const {exitCode, stderr} = await running
    expect(exitCode).toBe(6)
    expect(stderr).toContain('Brand Acme Dental is FAILED.\n  The EIN does not exist.')
  })

  test('--wait ends with exit 8 and the way to go on when the time is over', async () => {
    const {exitCode, stdout, stderr} = await world.run([
      ...register,
      ...flagsOf(acme),
      '-y',
      '--wait',
      '--timeout',
      '3s',
    ])
    expect({exitCode, stdout}).toMatchObject({exitCode: 8, stdout: expect.stringContaining('UNVERIFIED') as string})
    const again = /Go on waiting: commsctl wait (10dlc brands get .*)$/m.exec(stderr)?.[1]?.split(' ') ?? []
    expect(await world.ok(...again, '--columns', 'status')).toBe('UNVERIFIED')
  })
})

/** Resolves when the sandbox has the brand. */
async function filed(): Promise<void> {
  const {brands} = await import('../../../src/sandbox/ten-dlc/brands.ts')
  while ((await world.inside(({store}) => store.collection(brands).get(location))) === undefined) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('a reply that is lost', () => {
  async function struck(rule: FaultRule): Promise<Run> {
    await world.inside(({faults}) => faults.set(rule))
    return world.run([...register, ...flagsOf(acme), '-y', '--debug'])
  }
  const post = {method: 'POST', path: '/sms/10dlc/customers'} as const

  test.each<[string, FaultRule]>([
    ['drops', {...post, kind: 'drop', after: true}],
    ['breaks off', {...post, kind: 'truncate'}],
  ])('because it %s is made up for by reading the brand', async (_, rule) => {
    const {exitCode, stdout, stderr} = await struck(rule)
    expect({exitCode, stdout}).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('Acme Dental LLC') as string,
    })
    expect(stderr.match(/^> POST \S+\/sms\/10dlc\/customers$/gm)).toHaveLength(1)
  })

  test('of a filing that did not arrive is exit 10, and it may go again', async () => {
    const {exitCode, stderr} = await struck({...post, kind: 'drop'})
    expect(exitCode).toBe(10)
    expect(stderr).toContain('The service shows that it was not carried out.')
    expect(stderr.match(/^> POST \S+\/sms\/10dlc\/customers$/gm)).toHaveLength(1)
  })
})

test('a brand is shown, lists its use cases, and is deleted', async () => {
  expect(await world.ok('10dlc', 'brands', 'get', '--columns', 'brand_name,status')).toBe('Sunrise Dental\tVERIFIED')
  expect((await world.ok('10dlc', 'brands', 'usecases', '-o', 'id')).split('\n')).toContain('LOW_VOLUME')
  expect(await world.json('10dlc', 'enums')).toMatchObject({
    entity_types: expect.arrayContaining(['PUBLIC_PROFIT']) as string[],
  })
  await world.ok(...register, ...flagsOf(acme), '-y')
  await world.ok('10dlc', 'brands', 'delete', '--account', location, '-y')
  await world.fails(5, '10dlc', 'brands', 'get', '--account', location)
})
