import {expect, test} from 'vitest'
import {seededMurano, seededTwoFactor} from '../../../src/sandbox/murano/seeded.ts'
import {mailedCode} from '../../sandbox/murano-support.ts'
import {servedSandbox} from '../../support/served-sandbox.ts'

/** A user whose Murano is a sandbox on a port. */
async function user() {
  const {world, url, sandbox} = await servedSandbox()
  // Nobody is signed in.
  for (const name of ['EMAIL', 'TOKEN']) delete world.env[`COMMSCTL_MURANO_${name}`]
  return {
    url,
    sandbox,
    run: (args: string, env: Record<string, string> = {}, input = '') =>
      world.run(['murano', ...args.split(' ')], {env: {...world.env, ...env}, stdin: 'pipe', input}),
  }
}

const {email, password, businessId} = seededMurano

test('a login stores the token, the only business and no password; a logout revokes it', async () => {
  const {run} = await user()
  const login = await run(`login --email ${email} --password - -o json`, {}, password)
  expect(login).toMatchObject({exitCode: 0})
  expect(JSON.parse(login.stdout)).toMatchObject({email, businesses: [{bizid: businessId, role: 'owner'}]})
  // The profile alone says where and as whom.
  const list = await run('solutions list --where name=fridge -o id', {COMMSCTL_MURANO_HOST: ''})
  expect(list).toMatchObject({exitCode: 0, stdout: seededMurano.productId})
  expect(await run('logout')).toMatchObject({exitCode: 0})
  const after = await run('whoami')
  expect(after).toMatchObject({exitCode: 3, stdout: ''})
  expect(after.stderr).toContain('commsctl murano login')
})

test('a wrong password is exit 3; a second factor is told, and its code taken only when it is right', async () => {
  const {run, sandbox} = await user()
  const wrong = await run(`login --email ${email} --password -`, {}, 'wrong')
  expect(wrong).toMatchObject({exitCode: 3, stdout: ''})
  const needed = await run(`login --email ${seededTwoFactor.email} --password -`, {}, seededTwoFactor.password)
  expect(needed).toMatchObject({exitCode: 3, stdout: ''})
  expect(needed.stderr).toContain('--code CODE')
  const bad = await run('login --code 00ff --password -', {}, seededTwoFactor.password)
  expect(bad).toMatchObject({exitCode: 3, stdout: ''})
  expect(bad.stderr).toContain('The code is wrong or has ended.')
  const right = await run(`login --code ${mailedCode(sandbox)} --password - -o json`, {}, seededTwoFactor.password)
  expect(right).toMatchObject({exitCode: 0})
  expect(JSON.parse(right.stdout)).toMatchObject({email: seededTwoFactor.email})
  expect((await run('whoami -o json')).stdout).toContain(seededTwoFactor.email)
})

test('scripts need no login: a password or a token in the environment do', async () => {
  const {run} = await user()
  const env = {COMMSCTL_MURANO_EMAIL: email, COMMSCTL_MURANO_PASSWORD: password}
  expect(await run('businesses list -o id', env)).toMatchObject({exitCode: 0, stdout: businessId})
  const ended = await run('businesses list --email a@b.example --debug', {COMMSCTL_MURANO_TOKEN: 'f00dcafe'})
  expect(ended).toMatchObject({exitCode: 3, stdout: ''})
  expect(ended.stderr).toContain('commsctl murano login')
  expect(ended.stderr).not.toContain('f00dcafe')
})
