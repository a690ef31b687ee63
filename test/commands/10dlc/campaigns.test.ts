import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {type FaultRule} from '../../../src/sandbox/faults.ts'
import {seededAccess} from '../../../src/sandbox/seeded-access.ts'
import {brands} from '../../../src/sandbox/ten-dlc/brands.ts'
import {campaigns} from '../../../src/sandbox/ten-dlc/campaigns.ts'
import {freshWorlds} from '../../support/fresh-worlds.ts'
import {type SandboxWorld} from '../../support/sandbox-world.ts'

const register = ['10dlc', 'campaigns', 'register']

const description = 'Sunrise Dental sends its patients reminders of appointments that they have made.'
const flow = 'Patients tick a box of its own on the form at https://sunrise.example/sms, which names STOP and HELP.'
const samples = [
  'Sunrise Dental: see you on Tuesday at 9. Reply STOP to cancel.',
  'Sunrise Dental: your visit on Friday is confirmed. Reply STOP to cancel.',
]

/** All that must be given, for this use case. */
function filed(usecase: string): string[] {
  return [
    ...['--display-name', 'Reminders', '--usecase', usecase, '--description', description],
    ...['--message-flow', flow, ...samples.flatMap((sample) => ['--sample-message', sample])],
  ]
}

const reminders = filed('CUSTOMER_CARE')

/** How the texts begin that public clients of the platform send where a field is left out. */
const platformTexts = [
  'Users may opt-in by sending START',
  'You have replied',
  'You have been unsubscribed',
  'To unsubscribe, reply',
  'You are now opted-in.',
  'You have successfully opted-out.',
  'To opt-in and receive',
]

type Fields = Record<string, unknown>

let world: SandboxWorld

beforeEach(async () => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
  await world.inside(({clock}) => clock.stop())
})

function get(campaign: string): Promise<Fields> {
  return world.json<Fields>('10dlc', 'campaigns', 'get', campaign)
}

/** The body of a request that `--dry-run` shows. */
async function body(...args: string[]): Promise<Fields> {
  const curl = await world.ok(...args, '--dry-run')
  const json = /--data-raw '(.*)'$/s.exec(curl)?.[1]?.replaceAll("'\\''", "'") ?? ''
  return JSON.parse(json) as Fields
}

/** Turns the clock as soon as there are so many campaigns. */
async function reviewed(count: number): Promise<void> {
  while ((await world.inside(({store}) => store.collection(campaigns).count())) < count) {
    await new Promise((resolve) => setImmediate(resolve))
  }
  await world.inside(({clock}) => clock.advance(60_000))
}

describe('a campaign is registered', () => {
  test('from flags; replies that nobody gave come from the brand, and are shown', async () => {
    const {exitCode, stdout, stderr} = await world.run([...register, ...reminders, '--yes', '-o', 'id'])
    expect(exitCode).toBe(0)
    expect(stderr).toContain('campaign:\n  display_name: Reminders\n')
    expect(stderr).toContain('help_message: "Sunrise Dental: For help call')
    expect(await get(stdout)).toMatchObject({
      status: 'PENDING',
      sample_msg1: samples[0],
      sample_msg2: samples[1],
      message_flow: flow,
      opt_in_message: expect.stringMatching(/^Sunrise Dental: .*frequency.*rates.*HELP.*STOP/) as string,
      opt_out_message: expect.stringMatching(/^Sunrise Dental: .*no more messages/) as string,
      help_message: expect.stringMatching(/^Sunrise Dental: .*\+19412340001.*STOP/) as string,
    })
  })

  test('from a file, with several purposes; flags go before it, and what was shown is a file again', async () => {
    const filing = {
      campaign: {
        display_name: 'Both',
        description,
        usecase_id: 'low_volume',
        sub_usecase_ids: ['CUSTOMER_CARE', 'ACCOUNT_NOTIFICATION'],
        message_flow: flow,
        sample_messages: samples,
        embedded_link: false,
        help_message: 'Sunrise Dental: write to office@sunrise.example.',
      },
    }
    writeFileSync(join(world.home, 'f.json'), JSON.stringify(filing))
    const first = await world.run([...register, '--from-file', 'f.json', '--display-name', 'Mine'])
    writeFileSync(join(world.home, 'shown.yaml'), first.stderr.slice(0, first.stderr.search(/^(Warning|Error):/m)))
    const id = await world.ok(...register, '--from-file', 'shown.yaml', '-y', '-o', 'id')
    const fields = without(filing.campaign, 'sample_messages')
    expect(await get(id)).toMatchObject({
      ...fields,
      display_name: 'Mine',
      usecase_id: 'LOW_VOLUME',
      sample_msg2: samples[1],
    })
  })

  test('from a file with the names that the wire has for samples', async () => {
    const yaml = `campaign:\n  sample_msg1: "${samples[0]}"\n  sample_msg2: "${samples[1]}"\n`
    writeFileSync(join(world.home, 'f.yaml'), yaml)
    const rest = reminders.slice(0, reminders.indexOf('--sample-message'))
    const sent = await body(...register, '--from-file', 'f.yaml', ...rest)
    expect([sent['sample_msg1'], sent['sample_msg2'], sent['sample_msg3']]).toEqual([...samples, undefined])
  })

  test('and --wait ends with it when it is active', async () => {
    const running = world.run([...register, ...reminders, '-y', '--wait', '-o', 'json'])
    await reviewed(3)
    const {exitCode, stdout} = await running
    expect({exitCode, campaign: JSON.parse(stdout) as object}).toMatchObject({
      exitCode: 0,
      campaign: {status: 'ACTIVE'},
    })
  })

  test('and --wait is exit 6 with the reason when it is rejected', async () => {
    const sample = 'Sunrise Dental: book at https://bit.ly/x today. Reply STOP to cancel.'
    const running = world.run([...register, ...reminders, '--sample-message', sample, '-y', '--wait', '--no-lint'])
    await reviewed(3)
    const {exitCode, stdout, stderr} = await running
    expect({exitCode, stdout}).toMatchObject({exitCode: 6, stdout: expect.stringContaining('REJECTED') as string})
    expect(stderr).toContain('is REJECTED.\n  30892: sample_msg3: ')
    expect(stderr).toMatch(/commsctl 10dlc campaigns get C\w+ --account/)
  })

  test('and --wait is exit 8 with the way to go on when the time is over', async () => {
    const {exitCode, stdout, stderr} = await world.run([...register, ...reminders, '-y', '--wait', '--timeout', '3s'])
    expect({exitCode, stdout}).toMatchObject({exitCode: 8, stdout: expect.stringContaining('PENDING') as string})
    const again = /Go on waiting: commsctl wait (10dlc campaigns get .*)$/m.exec(stderr)?.[1]?.split(' ') ?? []
    expect(await world.ok(...again, '--columns', 'status')).toBe('PENDING')
  })
})

describe('a filing that is not right is exit 2, before it is sent', () => {
  test('all that is missing is named at once', async () => {
    const stderr = await world.fails(2, ...register, '-y')
    expect(stderr).toContain('Missing --display-name, --description, --usecase, --message-flow, --sample-message.')
  })

  test('use cases are those of the brand, as many as belong together', async () => {
    const [unknown, none, few, strange] = await Promise.all([
      world.fails(2, ...register, ...filed('CUSTOMERCARE'), '-y'),
      world.fails(2, ...register, ...filed('MIXED'), '-y'),
      world.fails(2, ...register, ...filed('MIXED'), '--sub-usecase', '2FA', '-y'),
      world.fails(2, ...register, ...filed('LOW_VOLUME'), '--sub-usecase', 'MIXED', '-y'),
    ])
    expect(unknown).toContain('Did you mean CUSTOMER_CARE?')
    expect(none).toContain('Missing --sub-usecase.')
    expect(few).toContain('--sub-usecase: MIXED takes 2 to 5, and 1 were given.')
    expect(strange).toContain('--sub-usecase: “MIXED” is no use case')
    expect(await world.fails(2, ...register, ...reminders, '--sub-usecase', '2FA', '-y')).toContain('takes none')
  })

  test('a file tells all that is wrong in it', async () => {
    const yaml = 'campaign:\n  sample_messages: one\n  usecase: 2FA\n  embedded_link: maybe\n  terms_link: x\n'
    writeFileSync(join(world.home, 'f.yaml'), yaml)
    const stderr = await world.fails(2, ...register, '--from-file', 'f.yaml', '-y')
    for (const problem of [
      'f.yaml: campaign.sample_messages must be a list.',
      'f.yaml: campaign.usecase is no field of it. Did you mean usecase_id?',
      'f.yaml: campaign.embedded_link must be true or false.',
      'f.yaml: campaign.terms_link: “x” is not a URL.',
    ])
      expect(stderr).toContain(problem)
  })

  test('more than five samples are too many', async () => {
    const many = Array.from({length: 4}, (_, index) => ['--sample-message', `Sample number ${index}`]).flat()
    expect(await world.fails(2, ...register, ...reminders, ...many, '-y')).toContain('5 is the most')
  })
})

test('nothing is sent for a brand that is not verified: exit 6', async () => {
  await world.inside(({store, clock}) => {
    const brand = store.collection(brands).get(seededAccess.accountUuid)!
    store.collection(brands).put({...brand, submitted_at: clock.now()})
  })
  const {exitCode, stderr} = await world.run([...register, ...reminders, '-y', '--debug'])
  expect(exitCode).toBe(6)
  expect(stderr).toContain('The brand Sunrise Dental is UNVERIFIED')
  expect(stderr).not.toMatch(/^> POST \S+\/campaigns/m)
})

describe('a reply that is lost', () => {
  const post = {method: 'POST', path: '/sms/10dlc/customers/*/campaigns'} as const

  test.each<[string, FaultRule, number, number]>([
    ['is made up for by reading the campaigns', {...post, kind: 'drop', after: true}, 0, 3],
    ['of a filing that did not arrive is exit 10', {...post, kind: 'drop'}, 10, 2],
  ])('%s', async (_, rule, exit, count) => {
    await world.inside(({faults}) => faults.set(rule))
    const {exitCode, stderr} = await world.run([...register, ...reminders, '-y', '--debug'])
    expect(exitCode).toBe(exit)
    expect(stderr.match(/^> POST \S+\/campaigns$/gm)).toHaveLength(1)
    expect(await world.inside(({store}) => store.collection(campaigns).count())).toBe(count)
  })
})

describe('the platform’s own default texts', () => {
  test('are never sent unless somebody typed them', async () => {
    const [created, updated, typed] = await Promise.all([
      body(...register, ...reminders),
      body('10dlc', 'campaigns', 'update', 'CSMILE1', '--display-name', 'New'),
      body(...register, ...reminders, '--help-message', 'To unsubscribe, reply "STOP" to this number.', '--no-lint'),
    ])
    for (const text of platformTexts) {
      expect(JSON.stringify([created, updated])).not.toContain(text)
    }
    expect(typed['help_message']).toBe('To unsubscribe, reply "STOP" to this number.')
  })

  test('that a campaign has are replaced when it is changed', async () => {
    await world.inside(({store}) => {
      const campaign = store.collection(campaigns).get('CPROMO1')!
      const opt_out_message = 'You have been unsubscribed from the mailing list and so on.'
      store.collection(campaigns).put({...campaign, opt_out_message, help_message: 'Sunrise: call us at our office.'})
    })
    const sent = await body('10dlc', 'campaigns', 'update', 'CPROMO1', '--display-name', 'New')
    expect(sent).toMatchObject({help_message: 'Sunrise: call us at our office.'})
    expect(sent['opt_out_message']).toMatch(/^Sunrise Dental: .*no more messages/)
  })

  test('for how people opt in must be replaced by the user', async () => {
    await world.inside(({store}) => {
      const campaign = store.collection(campaigns).get('CPROMO1')!
      store.collection(campaigns).put({...campaign, message_flow: 'Users may opt-in by sending START to any number.'})
    })
    const stderr = await world.fails(2, '10dlc', 'campaigns', 'update', 'CPROMO1', '--display-name', 'New', '-y')
    expect(stderr).toContain('--message-flow')
    await world.ok('10dlc', 'campaigns', 'update', 'CPROMO1', '--message-flow', flow, '-y')
    expect(await get('CPROMO1')).toMatchObject({message_flow: flow})
  })
})

describe('update', () => {
  test('resets nothing, and shows the whole filing', async () => {
    const before = await get('CSMILE1')
    const args = ['10dlc', 'campaigns', 'update', 'CSMILE1', '--description', description, '--embedded-link', '--yes']
    const {exitCode, stderr} = await world.run(args)
    expect(exitCode).toBe(0)
    expect(stderr).toContain(`campaign:\n  display_name: ${before['display_name'] as string}\n`)
    const {status, submitted_datetime, ...rest} = await get('CSMILE1')
    expect(rest).toEqual({
      ...without(before, 'status', 'submitted_datetime', 'throughput_class'),
      description,
      embedded_link: true,
    })
    expect([status, submitted_datetime]).not.toContain(before['submitted_datetime'])
  })

  test('puts new samples in the place of all old ones', async () => {
    const sent = await body('10dlc', 'campaigns', 'update', 'CSMILE1', '--sample-message', samples[0]!)
    expect([sent['sample_msg1'], sent['sample_msg2']]).toEqual([samples[0], undefined])
  })

  test('of nothing is exit 2', async () => {
    expect(await world.fails(2, '10dlc', 'campaigns', 'update', 'CSMILE1', '-y')).toContain('Nothing is to be changed.')
  })
})

function without(fields: Fields, ...names: string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}

test('campaigns are listed with their states, and a rejection with its reason', async () => {
  expect(await world.ok('10dlc', 'campaigns', 'list', '--columns', 'campaign_id,status')).toBe(
    'CSMILE1\tACTIVE\nCPROMO1\tREJECTED',
  )
  expect(await world.ok('10dlc', 'campaigns', 'list', '--where', 'status=ACTIVE', '-o', 'id')).toBe('CSMILE1')
  expect(await world.ok('10dlc', 'campaigns', 'get', 'CPROMO1', '--jq', '.rejection.code')).toBe('30892')
  await world.fails(5, '10dlc', 'campaigns', 'get', 'CNONE')
})

test('numbers are put into a campaign, taken out, and left to the account when it is deleted', async () => {
  const numbers = ['(941) 234-0001', '+19412340002']
  await world.ok('10dlc', 'campaigns', 'assign', 'CSMILE1', ...numbers)
  const ofCampaign = () => world.ok('numbers', 'list', '--where', 'campaign_id=CSMILE1', '-o', 'id')
  expect((await ofCampaign()).split('\n')).toHaveLength(5)
  const input = '+19412340001\n+19412340002\n+19412340003\n'
  const unassign = ['10dlc', 'campaigns', 'unassign', 'CSMILE1', '-']
  expect(await world.run(unassign, {stdin: 'pipe', input})).toMatchObject({exitCode: 0})
  expect((await ofCampaign()).split('\n')).toEqual(['+19412340004', '+19412340005'])
  await world.fails(6, '10dlc', 'campaigns', 'assign', 'CPROMO1', '+19412340001')
  await world.fails(5, '10dlc', 'campaigns', 'assign', 'CSMILE1', '+19412350001')
  await world.ok('10dlc', 'campaigns', 'delete', 'CSMILE1', '-y')
  expect(await ofCampaign()).toBe('')
  expect(await world.ok('numbers', 'get', '+19412340004', '-o', 'id')).toBe('+19412340004')
})
