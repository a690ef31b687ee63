import {beforeEach, describe, expect, test} from 'vitest'
import {seededAccess, seededLocationUuid as location} from '../../../src/sandbox/seeded-access.ts'
import {brands} from '../../../src/sandbox/ten-dlc/brands.ts'
import {campaigns} from '../../../src/sandbox/ten-dlc/campaigns.ts'
import {freshWorlds} from '../../support/fresh-worlds.ts'
import {type PtyRun, startPty} from '../../support/pty.ts'
import {type SandboxWorld} from '../../support/sandbox-world.ts'
import {bin} from '../../support/world.ts'

const down = '\x1b[B'
const clearLine = '\x15'

let world: SandboxWorld

beforeEach(async () => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
  await world.inside(({clock}) => clock.stop())
})

/** Runs a command in a terminal. */
function start(...args: string[]): PtyRun {
  const env = {...world.env, TERM: 'xterm-256color', NO_COLOR: '1'}
  return startPty(process.execPath, [bin, ...args], {env, cwd: world.home, columns: 160})
}

/** Answers each question when it is shown. */
async function answer({pty, shows}: PtyRun, dialogue: readonly (readonly [question: string, keys: string])[]) {
  for (const [question, keys] of dialogue) {
    await shows(question)
    pty.write(keys)
  }
}

function filedBrand() {
  return world.inside(({store}) => store.collection(brands).get(location))
}

function filedCampaigns() {
  return world.inside(({store}) => store.collection(campaigns).find({where: {account_uuid: seededAccess.accountUuid}}))
}

describe('registering a brand', () => {
  const register = ['10dlc', 'brands', 'register', '--account', location]

  test('asks for what is missing, with the platform’s values to choose from, and shows it all', async () => {
    const run = start(...register, '--legal-name', 'Acme Dental Inc', '--city', 'Sarasota', '--state', 'FL')
    await answer(run, [
      ['brand-name: name that people know', 'Acme\r'],
      ['PUBLIC_PROFIT', `${down}\r`],
      ['HEALTHCARE', `${down.repeat(9)}\r`],
      ['address: street address', '1 Main St\r'],
      ['postal-code', '34236\r'],
      ['website', 'acme\r'],
      ['is not a URL', `${clearLine}https://acme.example\r`],
      ['email-address', 'office@acme.example\r'],
      ['phone-number', '941 234 0001\r'],
      ['ein: tax id', '12-3456789\r'],
      ['stock-symbol', 'ACME\r'],
      ['NASDAQ', `${down}\r`],
      ['business-contact-email', 'ir@acme.example\r'],
      ['legal_name: Acme Dental Inc', ''],
      ['Register this brand for account', 'y\r'],
    ])
    expect(await run.exit).toBe(0)
    expect(await filedBrand()).toMatchObject({
      brand_name: 'Acme',
      organization_type: 'PUBLIC_PROFIT',
      vertical: 'HEALTHCARE',
      website: 'https://acme.example',
      phone_number: '+19412340001',
      stock_exchange: 'NASDAQ',
      business_contact_email: 'ir@acme.example',
    })
  })

  test('asks nothing where there is a brand already, and nothing after a wrong value', async () => {
    const runs = [start('10dlc', 'brands', 'register'), start(...register, '--vertical', 'HEALTH')]
    expect(await Promise.all(runs.map(({exit}) => exit))).toEqual([6, 2])
    expect(runs[0]!.output()).toContain('The account has a brand already: Sunrise Dental.')
    expect(runs[1]!.output()).toContain('Did you mean HEALTHCARE?')
    for (const run of runs) expect(run.output()).not.toContain('legal-name:')
  })

  test('can be left with Ctrl-C in the middle', async () => {
    const run = start(...register)
    await answer(run, [
      ['legal-name', 'Acme\r'],
      ['brand-name', '\x03'],
    ])
    expect(await run.exit).toBe(130)
    expect(await filedBrand()).toBeUndefined()
  })
})

describe('registering a campaign', () => {
  const description = 'Sunrise Dental reminds its patients of the appointments that they made.'
  const sample = 'Sunrise Dental: see you at nine, see https://sunrise.example. Reply STOP to end.'

  test('asks for all: purposes, samples one after another, links, what messages hold', async () => {
    const run = start('10dlc', 'campaigns', 'register', '--display-name', 'Reminders')
    await answer(run, [
      ['description: who sends what', `${description}\r`],
      ['LOW_VOLUME', `${down}\r`],
      ['message-flow: how people opt in', '\r'],
      ['sample-message 1 of at most 5', '\r'],
      ['needs one sample', `${sample}\r`],
      ['sample-message 2 of at most 5', `${sample}\r`],
      ['the same as an earlier one', `${clearLine}Sunrise Dental: the second sample. Reply STOP to end.\r`],
      ['sample-message 3 of at most 5', '\r'],
      ['sub-usecase', '\r'],
      ['Choose 1 to 5', ' \r'],
      ['privacy-link', 'sunrise\r'],
      ['is not a URL', `${clearLine}https://sunrise.example/privacy\r`],
      ['terms-link', '\r'],
      ['What is true of the campaign?', '\r'],
      ['opt_in_message: "Sunrise Dental: You are now opted in.', ''],
      ['Register this campaign for account', 'y\r'],
    ])
    expect(await run.exit).toBe(0)
    const campaign = (await filedCampaigns()).find(({display_name}) => display_name === 'Reminders')
    expect(campaign).toMatchObject({
      description,
      usecase_id: 'LOW_VOLUME',
      sub_usecase_ids: ['2FA'],
      message_flow: expect.stringMatching(/^People opt in on the form at https:\/\/sunrise\.example/) as string,
      sample_msg1: sample,
      privacy_link: 'https://sunrise.example/privacy',
      embedded_link: true,
      embedded_phone: false,
    })
    expect([campaign?.sample_msg3, campaign?.terms_link]).toEqual([undefined, undefined])
  })

  test('asks nothing of those who gave all, and no does nothing but say how to keep it', async () => {
    const flags = ['--display-name', 'Reminders', '--description', description, '--usecase', '2FA']
    const rest = ['--message-flow', 'x'.repeat(50), '--sample-message', sample]
    const run = start('10dlc', 'campaigns', 'register', ...flags, ...rest, '--no-lint')
    await answer(run, [['Register this campaign for account', 'n\r']])
    expect(await run.exit).toBe(130)
    expect(run.output()).toContain('Nothing was done. What is shown above can go into a file, for --from-file.')
    expect(run.output()).not.toContain('What is true of the campaign?')
    expect(await filedCampaigns()).toHaveLength(2)
  })

  test('asks nothing where the brand is not verified', async () => {
    await world.inside(({store, clock}) => {
      const brand = store.collection(brands).get(seededAccess.accountUuid)!
      store.collection(brands).put({...brand, submitted_at: clock.now()})
    })
    const run = start('10dlc', 'campaigns', 'register')
    expect(await run.exit).toBe(6)
    expect(run.output()).toContain('The brand Sunrise Dental is UNVERIFIED')
    expect(run.output()).not.toContain('display-name:')
  })
})
