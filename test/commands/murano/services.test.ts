import {afterAll, beforeAll, expect, test} from 'vitest'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const clinic = ['--solution', 'clinic-monitor']

test('a mail goes out; the password of its server stands inside the connection, and is not shown', async () => {
  const mail = ['nora@clinic.example', '--from', 'm@clinic.example', '--subject', 'Warm', '--text', 'Look.']
  await world.ok('murano', 'email', 'send', ...mail, ...clinic)
  const [sent] = await world.json<object[]>('sandbox', 'outbox', 'list')
  expect(sent).toMatchObject({to: ['nora@clinic.example'], subject: 'Warm'})
  const server = ['--connection', '{"server": "mail.example", "user": "m"}', '--connection-password', 'env:SECRET']
  const {stdout} = await world.run(['murano', 'email', 'send', ...mail, ...server, '--dry-run', ...clinic], {
    env: {...world.env, SECRET: 'a-long-secret'},
  })
  expect(stdout).toContain('"connection":{"server":"mail.example","user":"m","password":"***"}')
})

test('a call is recorded and rung for a time; the words of its flags are sent as the service wants them', async () => {
  const call = [
    '+19415550100',
    '--from',
    '+19415550199',
    '--url',
    'https://a.example',
    '--record',
    '--ring-timeout',
    '20',
  ]
  const curl = await world.ok('murano', 'twilio', 'create-call', ...call, '--dry-run', ...clinic)
  expect(curl).toContain('"Timeout":20')
  expect(curl).toContain('"Record":"true"')
  const refused = await world.fails(2, 'murano', 'twilio', 'list-call', '--status', 'ringng', ...clinic)
  expect(refused).toContain('ringing')
})

test('a product is called by its name; a timer by milliseconds or in words', async () => {
  const refused = await world.fails(4, 'murano', 'device', 'product-info', 'fridge', ...clinic)
  expect(refused).toMatch(/Product \w{17} is not among the pid/)
  const plain = await world.ok('murano', 'timer', 'schedule', '--schedule', 'weekly', '--dry-run', ...clinic)
  expect(plain).toContain('{"schedule":{"weekly":true}}')
  const words = await world.ok('murano', 'timer', 'send-after', '--duration', '90s', '--dry-run', ...clinic)
  expect(words).toContain('{"duration":90000}')
  const ms = await world.ok('murano', 'timer', 'send-after', '--duration', '90', '--dry-run', ...clinic)
  expect(ms).toContain('{"duration":90}')
})

test('times and calendars that are none are refused before anything is sent', async () => {
  const query = (time: string) => ['murano', 'tsdb', 'query', 'temperature', '--start-time', time, ...clinic]
  expect(await world.fails(2, ...query('yesterday'), '--dry-run')).toContain('--start-time: it is “yesterday”')
  for (const time of ['1700000000s', '1700000000000000', '2026-03-31T08:00:00Z'])
    expect(await world.ok(...query(time), '--dry-run')).toContain(time)
  const timer = ['murano', 'timer', 'schedule', '--schedule', 'dayly', '--dry-run', ...clinic]
  expect(await world.fails(2, ...timer)).toContain('“dayly” is not of the form hourly|daily')
})
