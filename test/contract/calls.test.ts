import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {loadCommands} from '../../src/lib/catalogue.ts'
import {type CommandClass} from '../../src/lib/command.ts'
import {type Declaration, type RequestDetails} from '../../src/lib/operation/declaration.ts'
import {placeOf} from '../../src/lib/operation/request.ts'
import {type Parameter, type Parameters} from '../../src/lib/parameter.ts'
import {surfaceOf} from '../../src/lib/surface.ts'
import {root} from '../support/world.ts'

/** A call as the platform has it, and the command that it is to become. */
interface Expected {
  operation: string
  command: string
  /** The flag that selects this call of a command that has several. */
  variant?: string
  arguments: string[]
  request?: {line: string; host: string; auth: string; body?: string; fixed?: Record<string, unknown>}
  parameters: ExpectedParameter[]
}

interface ExpectedParameter {
  name: string
  in: string
  usage: string
  type: string
  required?: true
  default?: unknown
  fallback?: string
}

const expectations = JSON.parse(readFileSync(join(import.meta.dirname, 'calls.json'), 'utf8')) as Expected[]
const loaded = await loadCommands(join(root, 'src/commands'), '.ts')
const commands = new Map(loaded.map(({id, command}) => [id, command]))

const standardText = 'filings that carry the platform’s standard texts are rejected: they are never sent'
const keepsCampaign = 'what is left out is sent as the campaign has it, not as a default'
const campaignDefaults = ['sub_opt_in', 'sub_opt_out', 'sub_help', 'auto_renewal']
const keywordDefaults = ['opt_in_keywords', 'opt_out_keywords', 'help_keywords']
const texts = ['message_flow', 'help_message', 'opt_in_message', 'opt_out_message']

/** Where commands differ on purpose: what differs and why. */
const deviations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Campaigns.createCampaign': Object.fromEntries(texts.map((name) => [`${name}: default`, standardText])),
  'Campaigns.updateCampaign': {
    ...Object.fromEntries(texts.map((name) => [`${name}: default`, standardText])),
    ...Object.fromEntries([...campaignDefaults, ...keywordDefaults].map((name) => [`${name}: default`, keepsCampaign])),
  },
  'Providers.getProviderTokenByConnection': {
    'arguments are PROVIDER': 'a command’s argument has one name; with --connection it is a connection',
  },
  'Numbers.getProvisionedNumbersByUser': {'user_uuid: fallback': '--user selects the call, and so always has a value'},
}

test.each(expectations)('$operation is what “$command” makes of it', (expected) => {
  const found = differences(expected, commands.get(expected.command))
  expect(found.sort()).toEqual(Object.keys(deviations[expected.operation] ?? {}).sort())
})

test('commands make no calls in these areas that are not expected', () => {
  const areas = new Set(expectations.map(({operation}) => operation.split('.')[0]))
  const known = new Set(expectations.map(({operation}) => operation))
  const made = loaded.flatMap(({command}) => command.calls.map(({shape}) => shape.operation))
  const partOfOthers = ['Messaging.sendSMSMessage']
  const unexpected = made.filter((name) => areas.has(name.split('.')[0]) && !known.has(name))
  expect([...new Set(unexpected)]).toEqual(partOfOthers)
})

/** What a command has otherwise than expected, a few words each. */
function differences(expected: Expected, command: CommandClass | undefined): string[] {
  if (command === undefined) return ['no such command']
  const call = command.calls.find(({shape}) => shape.operation === expected.operation)
  if (call === undefined) return ['the command does not make the call']
  const {request, parameters} = call.shape
  return [
    ...surfaceDifferences(expected, command),
    ...requestDifferences(expected, request),
    ...(request && parameters ? parameterDifferences(expected, call.shape as Declaration) : []),
  ]
}

function surfaceDifferences(
  {arguments: args, parameters, variant}: Expected,
  {shape, variants}: CommandClass,
): string[] {
  const taken = Object.values(shape.parameters).map(({usage}) => usage)
  const {flags} = surfaceOf(shape)
  const own = taken.filter((usage) => !usage.startsWith('--'))
  const absent = parameters
    .filter(({usage}) => usage.startsWith('--') && !(usage.slice(2) in flags))
    .map(({name, usage}) => `${name}: no ${usage}`)
  return [
    ...(own.join(' ') === args.join(' ') ? [] : [`arguments are ${own.join(' ')}`]),
    ...(variant === undefined || (variant in variants && variant.slice(2) in flags) ? [] : [`no ${variant}`]),
    ...absent,
  ]
}

function requestDifferences({request: expected}: Expected, request: RequestDetails | undefined): string[] {
  if (expected === undefined || request === undefined) return expected === request ? [] : ['request']
  const {line, host = 'api', auth = 'bearer', body = 'json', fixedBody, fixedQuery} = request
  const fixed = {...flat(fixedBody), ...fixedQuery}
  return [
    ...(line === expected.line ? [] : [`request line is ${line}`]),
    ...(host === expected.host ? [] : [`host is ${host}`]),
    ...(auth === expected.auth ? [] : [`auth is ${auth}`]),
    ...(expected.body === undefined || body === expected.body ? [] : [`body is ${body}`]),
    ...(same(fixed, expected.fixed ?? {}) ? [] : [`fixed values are ${JSON.stringify(fixed)}`]),
  ]
}

/** Fixed body values as the expectations name them: `body.grant_types[0]`. */
function flat(body: RequestDetails['fixedBody'] = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, unknown][] =>
      Array.isArray(value) ? value.map((one, index) => [`body.${name}[${index}]`, one]) : [[`body.${name}`, value]],
    ),
  )
}

function parameterDifferences({parameters: expected}: Expected, {request, parameters, reply}: Declaration): string[] {
  const remaining = new Map(Object.entries(parameters).filter(([, {place}]) => place !== 'local'))
  const found = expected.flatMap((one) => {
    if (reply.kind === 'list' && reply.paging !== 'none' && Object.values(reply.paging).includes(one.name)) return []
    if (one.in === 'local') return []
    const name = nameOf(one, parameters)
    remaining.delete(name)
    const parameter = parameters[name]
    if (parameter === undefined) return [`${one.name}: missing`]
    return comparison(one, parameter, placeOf(request, name, parameter)).map((what) => `${one.name}: ${what}`)
  })
  return [...found, ...[...remaining.keys()].map((name) => `${name}: not expected`)]
}

/** A whole body goes by the name `body`; a parameter that becomes several values is found by its flag. */
function nameOf({name, usage}: ExpectedParameter, parameters: Parameters): string {
  if (name === '(whole body)') return 'body'
  const spread = Object.entries(parameters).find(([, parameter]) => parameter.spread && parameter.usage === usage)
  return spread?.[0] ?? name
}

function comparison(expected: ExpectedParameter, parameter: Parameter, place: string): string[] {
  const many = expected.type.endsWith('[]') || parameter.spread !== undefined
  const checks = {
    usage: parameter.usage === expected.usage,
    place: place === expected.in,
    several: parameter.many === many,
    switch: (parameter.kind === 'boolean') === (expected.type === 'boolean'),
    integer: (parameter.kind === 'integer') === (expected.type === 'integer'),
    default: same(parameter.default, expected.default),
    fallback: parameter.fallback === expected.fallback,
    required: expected.required !== true || parameter.presence !== 'optional',
  }
  return Object.entries(checks).flatMap(([what, holds]) => (holds ? [] : [what]))
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
