import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {readOutbox} from '../../src/sandbox/outbox.ts'
import {seededAccess, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'

interface Identity {
  uuid: string
  username: string
  aliases: object[]
  properties: object
}

const ours = seededAccess.accountUuid
const admin = seededAccess.userUuid
const reader = seededReader.userUuid
const nobody = '00000000-0000-4000-8000-000000000000'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

function fields(...values: string[]): string[] {
  return values.flatMap((value) => ['-F', value])
}

/** A user of the test’s own. */
async function newUser(name: string): Promise<string> {
  const body = fields('first_name=Eve', `last_name=${name}`, `username=${name}@sunrise.example`)
  return world.ok('identities', 'create', ...body, '-F', 'password=first-password', '-o', 'id')
}

/** What was in the latest message to that address. */
async function mailed(to: string): Promise<string> {
  const [latest] = await world.inside(({store}) => readOutbox(store, {to}))
  return latest?.secret ?? ''
}

describe('reading', () => {
  test('list takes rows that match any filter; with --v1 those that match all', async () => {
    const filters = ['--filter', 'first_name=Ada', '--filter', 'last_name=Okafor']
    const any = await world.ok('identities', 'list', ...filters, '-o', 'id')
    expect(any.split('\n').sort()).toEqual([admin, reader].sort())
    expect(await world.json('identities', 'list', '--v1', ...filters)).toEqual([])
    const both = ['--filter', 'first_name=Ada', '--filter', 'last_name=Rivera']
    expect(await world.ok('identities', 'list', '--v1', ...both, '-o', 'id')).toBe(admin)
  })

  test('list is of the account that --account names', async () => {
    const path = `/identity/accounts/${nobody}/identities`
    expect(await world.request('identities', 'list', '--account', nobody)).toContain(`GET ${path}/v2?`)
    expect(await world.request('identities', 'list', '--v1', '--account', nobody)).toContain(`GET ${path}?`)
    await world.fails(5, 'identities', 'list', '--account', seededNeighbour.accountUuid)
  })

  test('get asks for aliases and properties with --details alone', async () => {
    expect(await world.json('identities', 'get', reader)).not.toHaveProperty('aliases')
    const whole = await world.json<Identity>('identities', 'get', reader, '--details')
    expect(whole).toMatchObject({username: seededReader.email, aliases: [], properties: {}})
    const request = await world.request('identities', 'get', reader, '--details')
    expect(request).toBe(`GET /identity/identities/${reader}?include=alias&include=properties`)
    expect(await world.fails(2, 'identities', 'get', reader, '--details', '--include', 'alias')).toContain('--include')
  })

  test('get needs the user named', async () => {
    expect(await world.fails(2, 'identities', 'get')).toContain('Missing USER')
    await world.fails(5, 'identities', 'get', seededNeighbour.userUuid)
  })

  test('lookup finds a user by name, and nothing for a name that nobody has', async () => {
    const found = ['identities', 'lookup', '--filter', `username=${seededReader.email}`]
    expect(await world.ok(...found, '--columns', 'account_uuid,uuid')).toBe(`${ours}\t${reader}`)
    expect(await world.json('identities', 'lookup', '--filter', 'username=nobody')).toEqual([])
  })
})

test('an identity lives: created, found, changed, deactivated, reactivated, deleted', async () => {
  const uuid = await newUser('lund')
  expect(await world.ok('identities', 'list', '--filter', 'last_name=lund', '-o', 'id')).toBe(uuid)

  await world.ok('identities', 'update', uuid, '-F', 'phone=+19415550123')
  const changed = await world.ok('identities', 'get', uuid, '--columns', 'first_name,phone')
  expect(changed).toBe('Eve\t+19415550123')

  await world.ok('identities', 'properties', 'update', uuid, ...fields('desk=17', 'team=front'))
  await world.ok('identities', 'aliases', 'create', uuid, ...fields('nickname=evi', 'sms=+19412340001'))
  await world.ok('identities', 'aliases', 'set-did', uuid, '(941) 234-0002')
  const {aliases, properties} = await world.json<Identity>('identities', 'get', uuid, '--details')
  expect(properties).toEqual({desk: 17, team: 'front'})
  expect(aliases).toEqual([{nickname: 'evi', sms: '+19412340002'}])

  await world.ok('identities', 'deactivate', uuid, '--yes')
  expect(await world.ok('identities', 'get', uuid, '--columns', 'status')).toBe('Inactive')
  await world.ok('identities', 'reactivate', uuid)
  expect(await world.ok('identities', 'get', uuid, '--columns', 'status')).toBe('Active')

  const {stdout, stderr} = await world.run(['identities', 'delete', uuid, '-y'])
  expect({stdout, stderr}).toEqual({stdout: '', stderr: 'The identity is deleted.'})
  await world.fails(5, 'identities', 'get', uuid)
  await world.fails(5, 'identities', 'update', uuid, '-F', 'phone=1')
})

describe('refusals', () => {
  test('create says before sending which fields are missing', async () => {
    expect(await world.fails(2, 'identities', 'create', '-F', 'username=x')).toContain('lacks first_name, last_name')
  })

  test('a username that is taken is exit 6', async () => {
    const body = fields('first_name=Ben', 'last_name=Twin', `username=${seededReader.email}`)
    await world.fails(6, 'identities', 'create', ...body)
    expect(await world.json('identities', 'list', '--filter', 'last_name=Twin')).toEqual([])
  })

  test('update does not change the username', async () => {
    const said = await world.fails(6, 'identities', 'update', reader, '-F', 'username=other@sunrise.example')
    expect(said).toContain('username: cannot be changed here')
  })

  test.each(['delete', 'deactivate'])('%s asks first, and needs --yes where nobody can be asked', async (verb) => {
    expect(await world.fails(2, 'identities', verb, reader)).toContain('Add --yes')
    expect(await world.ok('identities', 'get', reader, '--columns', 'status')).toBe('Active')
  })

  test('set-did takes nothing but a phone number', async () => {
    expect(await world.fails(2, 'identities', 'aliases', 'set-did', reader, '12')).toContain('DID')
  })
})

describe('MFA', () => {
  test('a source lives: set up with the code, turned off and on, removed', async () => {
    const uuid = await newUser('mfa')
    const source = ['--source', '(941) 555-0123']
    const token = await world.ok('identities', 'mfa', 'init', uuid, '--type', 'SMS', ...source, '-o', 'id')
    expect(await world.json('identities', 'mfa', 'list', uuid)).toEqual([])

    const code = await mailed('+19415550123')
    const env = {...world.env, MFA_TOKEN: token, MFA_CODE: code}
    const given = ['--token', 'env:MFA_TOKEN', '--code', 'env:MFA_CODE']
    const confirmed = await world.run(['identities', 'mfa', 'confirm', uuid, ...given], {env})
    expect(confirmed).toMatchObject({exitCode: 0, stderr: ''})
    const row = {type: 'SMS', source: '+19415550123'}
    expect(await world.json('identities', 'mfa', 'list', uuid)).toEqual([{...row, active: true}])

    expect(await world.json('identities', 'mfa', 'update', uuid, 'sms', ...source)).toEqual({...row, active: false})
    const on = await world.json('identities', 'mfa', 'update', uuid, 'SMS', ...source, '--active')
    expect(on).toEqual({...row, active: true})

    await world.ok('identities', 'mfa', 'delete-sms', uuid, ...source, '--yes')
    expect(await world.json('identities', 'mfa', 'list', uuid)).toEqual([])
    await world.fails(5, 'identities', 'mfa', 'delete-sms', uuid, ...source, '--yes')
  })

  test('a wrong code is exit 6', async () => {
    const address = 'ben@sunrise.example'
    const token = await world.ok('identities', 'mfa', 'init', reader, '--type=EMAIL', '--source', address, '-o', 'id')
    const code = (await mailed(address)) === '000000' ? '000001' : '000000'
    await world.fails(6, 'identities', 'mfa', 'confirm', reader, '--token', token, '--code', code)
    expect(await world.json('identities', 'mfa', 'list', reader)).toEqual([])
  })

  test('a source is an address or a number, and a type one of two', async () => {
    const init = ['identities', 'mfa', 'init', reader, '--type']
    expect(await world.fails(2, ...init, 'SMS', '--source', '12')).toContain('--source')
    expect(await world.fails(2, ...init, 'EMAIL', '--source', 'ben@')).toContain('--source: “ben@” is not an e-mail')
    expect(await world.fails(2, ...init, 'SMSS', '--source', '+19415550123')).toContain('Did you mean SMS?')
  })

  test('the policy of an account is set whole; only none lifts it', async () => {
    await world.ok('identities', 'mfa-policy', 'set', '--require', 'EMAIL', '--require', 'sms')
    expect(await world.json('identities', 'mfa-policy', 'get')).toEqual({required: ['EMAIL', 'SMS']})
    expect(await world.fails(2, 'identities', 'mfa-policy', 'set')).toContain('Missing --require')
    await world.ok('identities', 'mfa-policy', 'set', '--require', 'none')
    expect(await world.json('identities', 'mfa-policy', 'get')).toEqual({required: []})
  })
})

test('a password policy is chosen from the list, and taken off again', async () => {
  const policies = await world.json<{uuid: string; name: string; rules: object[]}[]>(
    ...['identities', 'password-policy', 'list', '--include', 'rules'],
  )
  expect(policies.every(({rules}) => rules.length > 0)).toBe(true)
  const strict = policies.find(({name}) => name === 'strict')?.uuid ?? ''
  const before = await world.ok('identities', 'password-policy', 'get', '-o', 'id')
  expect(before).not.toBe(strict)

  await world.ok('identities', 'password-policy', 'set', '--policy', strict)
  expect(await world.ok('identities', 'password-policy', 'get', '-o', 'id')).toBe(strict)
  await world.ok('identities', 'password-policy', 'delete')
  expect(await world.ok('identities', 'password-policy', 'get', '-o', 'id')).toBe(before)
  await world.fails(5, 'identities', 'password-policy', 'set', '--policy', nobody)
})

describe('passwords', () => {
  const email = 'passwords@sunrise.example'

  beforeAll(() => newUser('passwords'))

  function login(password: string) {
    const args = ['identities', 'login', '--email', email, '--password', '-']
    return world.run([...args, '--columns', 'user_uuid'], {input: password, stdin: 'pipe'})
  }

  function change(from: string, to: string) {
    const env = {...world.env, OLD: from, NEW: to}
    const args = ['--email', email, '--old-password', 'env:OLD', '--new-password', 'env:NEW']
    return world.run(['identities', 'password', 'change', ...args], {env})
  }

  test('login says whose password it is, or exits with 3', async () => {
    expect(await login('first-password')).toMatchObject({exitCode: 0, stderr: ''})
    expect(await login('wrong-password')).toMatchObject({exitCode: 3, stdout: ''})
  })

  test('change needs the old password and one that the policy allows', async () => {
    expect(await change('wrong-password', 'second-password')).toMatchObject({exitCode: 6})
    const short = await change('first-password', 'short')
    expect(short.exitCode).toBe(6)
    expect(short.stderr).toContain('new_data: must have at least 8 characters')
    expect(await change('first-password', 'second-password')).toMatchObject({exitCode: 0, stdout: ''})
    expect(await login('second-password')).toMatchObject({exitCode: 0})
    expect(await login('first-password')).toMatchObject({exitCode: 3})
  })

  test('a forgotten one is reset with the token out of the mail, once', async () => {
    await world.ok('identities', 'password', 'request-reset', '--email', email)
    const token = await mailed(email)
    expect(await world.json('identities', 'password', 'check-token', token)).toEqual({email})
    const reset = ['identities', 'password', 'reset', token, ...fields(`email=${email}`, 'password=third-password')]
    await world.ok(...reset)
    expect(await login('third-password')).toMatchObject({exitCode: 0})
    await world.fails(5, ...reset)
    await world.fails(5, 'identities', 'password', 'check-token', token)
  })

  test('a token that has expired is for nobody', async () => {
    await world.ok('identities', 'password', 'request-reset', '--email', email)
    const token = await mailed(email)
    await world.ok('sandbox', 'clock', 'advance', '2h')
    expect(await world.json('identities', 'password', 'check-token', token)).toEqual({email: null})
  })

  test('neither a password nor a token shows in a dry run', async () => {
    const reset = ['identities', 'password', 'reset', 'S3cret', ...fields(`email=${email}`, 'password=S3cret')]
    expect(await world.ok(...reset, '--dry-run')).not.toContain('S3cret')
  })
})

test.each([
  [`POST /identity/accounts/${ours}/identities`, `create -F username=x -F first_name=x -F last_name=x`],
  [`POST /identity/identities/${nobody}/modify`, `update ${nobody} -F phone=1`],
  [`DELETE /identity/identities/${nobody}`, `delete ${nobody}`],
  [`POST /identity/identities/${nobody}/deactivate`, `deactivate ${nobody}`],
  [`POST /identity/identities/${nobody}/reactivate`, `reactivate ${nobody}`],
  [`POST /identity/identities/${nobody}/aliases`, `aliases create ${nobody} -F nickname=x`],
  [`PUT /identity/identities/${nobody}/aliases/+19412340001`, `aliases set-did ${nobody} 9412340001`],
  [`POST /identity/identities/${nobody}/properties/modify`, `properties update ${nobody} -F a=1`],
  [`POST /identity/identities/${nobody}/mfa/setup/init`, `mfa init ${nobody} --type SMS --source 9412340001`],
  [`POST /identity/identities/${nobody}/mfa/setup/confirm`, `mfa confirm ${nobody} --token T --code 1`],
  [`PUT /identity/identities/${nobody}/mfa/EMAIL`, `mfa update ${nobody} email --source a@b.example`],
  [`DELETE /identity/identities/${nobody}/mfa/SMS`, `mfa delete-sms ${nobody} --source 9412340001`],
  [`PUT /identity/accounts/${ours}/mfa`, 'mfa-policy set --require SMS'],
  [`PUT /identity/accounts/${ours}/password_policy`, `password-policy set --policy ${nobody}`],
  [`DELETE /identity/accounts/${ours}/password_policy`, 'password-policy delete'],
  ['POST /identity/users/change_password', 'password change --email a@b.example --old-password A --new-password B'],
  ['POST /identity/users/password-tokens', 'password request-reset --email a@b.example'],
  ['PUT /identity/users/password-tokens/***', 'password reset T -F email=a@b.example -F password=P'],
])('--dry-run shows %s', async (request, args) => {
  expect(await world.request('identities', ...args.split(' '))).toBe(request)
})
