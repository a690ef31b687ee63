import {type Interfaces} from '@oclif/core'
import {boolean as booleanFlag, string as stringFlag} from '@oclif/core/flags'
import {string as stringArg} from '@oclif/core/args'
import {type Reply, type Shape} from './operation/declaration.ts'
import {durationText} from './input/checks.ts'
import {outputFormats} from './output/format.ts'
import {overwriteSummary} from './output/file-place.ts'
import {type Parameter} from './parameter.ts'
import {waitedStates} from './waiting/wait-flag.ts'
import {isWatchable, usualInterval} from './watch/watch-flags.ts'

export interface Surface {
  args: Interfaces.ArgInput
  flags: Interfaces.FlagInput
}

/** The arguments and flags of a command, in oclif's terms. Values stay text here: parameters check them. */
export function surfaceOf(shape: Shape): Surface {
  const args: Interfaces.ArgInput = {}
  const flags: Interfaces.FlagInput = {}
  for (const [name, parameter] of Object.entries(shape.parameters)) {
    if (parameter.usage.startsWith('--')) flags[flagName(parameter)] = flagOf(parameter)
    else args[name] = argumentOf(parameter)
    if (parameter.kind === 'body') Object.assign(flags, bodyFlags(parameter))
  }
  const general = {...scopeFlags(shape), ...natureFlags(shape), ...(shape.online !== false && onlineFlags)}
  // A parameter of a command goes before what all have of that name.
  return {args, flags: {...flags, ...general, ...flags}}
}

export function flagName(parameter: Parameter): string {
  return parameter.usage.replace(/^--/, '')
}

export function argumentName(parameter: Parameter): string {
  return parameter.usage.replace(/\.\.\.$/, '')
}

function argumentOf(parameter: Parameter) {
  return stringArg({
    name: argumentName(parameter),
    description: describe(parameter),
    ignoreStdin: true,
    required: parameter.presence === 'required',
    multiple: parameter.many,
  })
}

function flagOf(parameter: Parameter) {
  const common = {
    description: describe(parameter),
    required: false,
    ...(parameter.char !== undefined && {char: parameter.char as Interfaces.AlphabetLowercase}),
  }
  if (parameter.kind === 'boolean') return booleanFlag({...common, allowNo: true})
  const helpValue = valueName(parameter)
  return parameter.many && parameter.kind !== 'body'
    ? stringFlag({...common, helpValue, multiple: true, multipleNonGreedy: true})
    : stringFlag({...common, helpValue})
}

/** What a flag's value is called in help. */
export function valueName(parameter: Parameter): string {
  return parameter.valueName ?? valueNames[parameter.kind] ?? 'TEXT'
}

const valueNames: Partial<Record<Parameter['kind'], string>> = {
  uuid: 'UUID',
  integer: 'N',
  date: 'DATE',
  url: 'URL',
  email: 'ADDRESS',
  phone: 'NUMBER',
  json: 'JSON|@FILE|-',
  choice: 'NAME',
  secret: 'SECRET',
  file: 'FILE',
}

/** The summary with what the parser is not told: whether it is required, its default, its values. */
function describe(parameter: Parameter): string {
  const values = parameter.kind === 'choice' ? ` (${parameter.options!.join(', ')})` : ''
  const isRequired = parameter.presence === 'required' && parameter.usage.startsWith('--')
  const note = isRequired ? '(required) ' : parameter.default !== undefined ? `[default: ${asShown(parameter)}] ` : ''
  return `${note}${parameter.summary}${values}`
}

/** A number that is not typed as one is a length of time. */
function asShown({default: value, kind}: Parameter): string {
  if (typeof value === 'number' && kind === 'text') return durationText(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const fieldFlag = stringFlag({
  char: 'F',
  description: 'set one value of the body, over --body; typed as JSON where it can be (repeat for more)',
  helpValue: 'PATH=VALUE',
  multiple: true,
  multipleNonGreedy: true,
})

/** How else a body is written. */
function bodyFlags({many, ofAnyForm}: Parameter): Interfaces.FlagInput {
  return {
    ...(!many && {field: fieldFlag}),
    ...(!ofAnyForm && {edit: editFlag, template: templateFlag}),
  }
}

const editFlag = booleanFlag({description: 'write the body in your editor ($EDITOR), as YAML'})
const templateFlag = booleanFlag({description: 'print that YAML, with all known fields, and do nothing else'})

/** Where names are looked up, of which there may be two that are the same. */
function scopeFlags({parameters}: Shape): Interfaces.FlagInput {
  const isWithin = Object.values(parameters).some(({lookup}) => lookup && 'within' in lookup)
  return isWithin ? {business: businessFlag} : {}
}

const businessFlag = stringFlag({
  helpValue: 'NAME|ID',
  description: 'business to look names up in; the profile’s, or all, if left out',
})

const globalGroup = {helpGroup: 'GLOBAL'} as const
const outputGroup = {helpGroup: 'OUTPUT'} as const

const onlineFlags: Interfaces.FlagInput = {
  profile: stringFlag({
    ...globalGroup,
    char: 'p',
    helpValue: 'NAME',
    description: 'profile to use; sandbox needs no account',
  }),
  timeout: stringFlag({
    ...globalGroup,
    helpValue: 'TIME',
    description: '[default: 60s] how long to wait for the service, e.g. 30s or 2m',
  }),
  debug: booleanFlag({
    ...globalGroup,
    description: 'show requests, replies and times on stderr, secrets masked; --debug=json as JSON, an object a line',
  }),
  include: booleanFlag({...globalGroup, description: '-i: show the status and headers of replies on stderr'}),
  har: stringFlag({
    ...globalGroup,
    helpValue: 'FILE',
    description: 'record requests and replies in a file (HAR 1.2), secrets masked',
  }),
  'trace-id': stringFlag({
    ...globalGroup,
    helpValue: 'UUID',
    description: 'make the requests part of this trace',
  }),
}

function outputFlags({formats = []}: Shape): Interfaces.FlagInput {
  return {
    output: stringFlag({
      ...outputGroup,
      char: 'o',
      helpValue: 'FORMAT',
      description: `format of the result: ${[...outputFormats, ...formats].join(', ')} [default: table]`,
    }),
    jq: stringFlag({...outputGroup, helpValue: 'PROGRAM', description: 'run a jq program over the whole result'}),
  }
}

const columnFlags: Interfaces.FlagInput = {
  columns: stringFlag({...outputGroup, helpValue: 'NAME,…', description: 'columns to show, also nested: address.city'}),
}

const rowFlags: Interfaces.FlagInput = {
  'sort-by': stringFlag({
    ...outputGroup,
    helpValue: 'NAME,…',
    description: 'sort by these columns; -NAME for descending',
  }),
  where: stringFlag({
    ...outputGroup,
    helpValue: 'KEY=VALUE',
    description: 'keep rows that have this value anywhere inside (repeat for more)',
    multiple: true,
    multipleNonGreedy: true,
  }),
}

/** Of commands that ask no service; those of the others is theirs for all that they wait for. */
const watchingTimeFlag = stringFlag({
  ...outputGroup,
  helpValue: 'TIME',
  description: 'with --watch: how long at most, e.g. 30s or 2m',
  dependsOn: ['watch'],
})

const watchFlags: Interfaces.FlagInput = {
  watch: stringFlag({
    ...outputGroup,
    helpValue: '[TIME]',
    description: `look again and again, every ${usualInterval} unless said (500ms at least), and show what has changed`,
    exclusive: ['dry-run'],
  }),
  until: stringFlag({
    ...outputGroup,
    helpValue: 'PROGRAM',
    description: 'with --watch: end when this jq program makes something true of the result; --timeout says how long',
    dependsOn: ['watch'],
  }),
}

const allFlag = booleanFlag({description: 'show all rows', exclusive: ['limit']})
const offsetFlag = stringFlag({helpValue: 'N', description: 'rows to leave out first'})

function pagingFlags({limit, paging}: Reply): Interfaces.FlagInput {
  const description = `[default: ${limit ?? 'all'}] how many rows to show`
  const skips = paging !== 'none' && paging.offset !== undefined
  return {limit: stringFlag({helpValue: 'N', description}), all: allFlag, ...(skips && {offset: offsetFlag})}
}

const outFlag = stringFlag({helpValue: 'FILE', description: 'save to this file instead of writing to standard output'})

const dryRunFlag = booleanFlag({description: 'show the request as curl, and do not send it'})
const yesFlag = booleanFlag({char: 'y', description: 'do not ask'})
const productionFlag = booleanFlag({description: 'with --yes: go ahead where the profile is marked as production'})
const waitFlag = booleanFlag({allowNo: true, description: '[default: true] wait until the service has finished'})

function stateFlag(states: readonly string[]) {
  return stringFlag({
    helpValue: '[STATE]',
    description: `wait until it is over, or until it is STATE (${states.join(', ')}); --timeout says how long`,
  })
}

const batchGroup = {helpGroup: 'BATCH'} as const

const batchFlags: Interfaces.FlagInput = {
  'from-file': stringFlag({
    ...batchGroup,
    helpValue: 'FILE',
    description: 'do it for each row: CSV, NDJSON, JSON, YAML or a list; - is standard input',
  }),
  'retry-failed': stringFlag({
    ...batchGroup,
    helpValue: 'FILE',
    description: 'do it again for rows of an --outcomes file that failed',
  }),
  map: stringFlag({
    ...batchGroup,
    helpValue: 'FLAG=COLUMN',
    description: 'take it from a column of another name (repeat for more)',
    multiple: true,
    multipleNonGreedy: true,
  }),
  concurrency: stringFlag({...batchGroup, helpValue: 'N', description: '[default: 8] requests under way at a time'}),
  rate: stringFlag({
    ...batchGroup,
    helpValue: 'N',
    description: 'requests a second at most',
  }),
  outcomes: stringFlag({
    ...batchGroup,
    helpValue: 'FILE',
    description: 'write what became of each row here, as NDJSON',
  }),
}

/** The platform tells no prices. */
const costFlags: Interfaces.FlagInput = {
  price: stringFlag({
    ...batchGroup,
    helpValue: 'AMOUNT',
    description: 'what one row costs',
  }),
  'max-cost': stringFlag({
    ...batchGroup,
    helpValue: 'AMOUNT',
    description: 'send nothing when all rows together cost more',
    dependsOn: ['price'],
  }),
}

function natureFlags(shape: Shape): Interfaces.FlagInput {
  const {reply, effect, dryRun, takesRows} = shape
  const kind = reply?.kind
  const states = waitedStates(shape)
  return {
    ...(reply?.kind === 'list' && pagingFlags(reply)),
    ...(reply?.pending === true && {wait: waitFlag}),
    ...(states.length > 0 && {wait: stateFlag(states)}),
    ...(('request' in shape || dryRun === true) && {'dry-run': dryRunFlag}),
    ...(effect !== undefined && {yes: yesFlag}),
    ...(effect !== undefined && shape.online !== false && {'production-ok': productionFlag}),
    ...(kind !== undefined && kind !== 'file' && outputFlags(shape)),
    ...((kind === 'list' || kind === 'object' || kind === 'outcomes') && columnFlags),
    ...(kind === 'list' && rowFlags),
    ...(isWatchable(shape) && watchFlags),
    ...(isWatchable(shape) && shape.online === false && {timeout: watchingTimeFlag}),
    ...(kind === 'file' && {out: outFlag, overwrite: booleanFlag({description: overwriteSummary})}),
    ...(takesRows === true && batchFlags),
    ...(takesRows === true && effect?.billable === true && costFlags),
  }
}
