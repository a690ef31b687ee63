import {dirname, resolve} from 'node:path'
import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {faultsOf, unknownFields} from '../input/check-schema.ts'
import {parseYaml} from '../input/json-value.ts'
import {type InputReader} from '../input/read-value.ts'
import {fileSchema} from './file-schema.ts'
import {type Entry, type Kind} from './kind.ts'
import {fromFolder, literalSecrets, refuseLiterals} from './secret-reference.ts'
import {fill} from './variables.ts'

/** A file as it was read; `-` is standard input. */
export interface PlanSource {
  path: string
  /** What paths in it are relative to. */
  folder: string
  text: string
}

/** What the files say together. */
export interface PlanFile {
  account: string | undefined
  sources: PlanSource[]
  sections: Map<string, Entry[]>
}

/** Reads files as one: their sections follow each other. Throws one usage error for all that is wrong in one. */
export async function readPlanFiles(
  paths: readonly string[],
  {
    kinds,
    variables,
    input,
    folders,
  }: {
    kinds: readonly Kind[]
    variables: ReadonlyMap<string, string>
    input: InputReader
    /** Where those files were that have been kept elsewhere. */
    folders?: ReadonlyMap<string, string> | undefined
  },
): Promise<PlanFile> {
  const schema = fileSchema(kinds)
  const read = paths.map(async (path) => {
    const text = path === '-' ? await input.standardInput('--file') : await input.file(path, '--file')
    const source = path === '-' ? 'standard input' : path
    const folder = folders?.get(path) ?? (path === '-' ? process.cwd() : dirname(resolve(path)))
    return {source, path, folder, text, value: await parseYaml(text, source, {schema})}
  })
  const plan: PlanFile = {account: undefined, sources: [], sections: new Map()}
  for (const {source, path, folder, text, value} of await Promise.all(read)) {
    plan.sources.push({path, folder, text})
    check(value, source, schema)
    const {account, variables: own, ...sections} = value as JsonObject
    const known = new Map([...Object.entries((own ?? {}) as Record<string, string>), ...variables])
    const filled = fromFolder(fill(sections, known, source), folder) as JsonObject
    checkFilled(filled, source, schema)
    takeAccount(plan, account as string | undefined, source)
    for (const kind of kinds) take(plan, kind, filled[kind.section], source, paths.length > 1)
  }
  return plan
}

function check(value: JsonValue, source: string, schema: ReturnType<typeof fileSchema>): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw usageError(`${source} holds no sections.`, {hint: 'Write for example numbers: with a list below it.'})
  }
  const unknown = unknownFields(value, schema)
  const faults = unknown.map(
    ({path, near}) => `${path} is not known.${near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`}`,
  )
  if (faults.length > 0) throw wrong(source, faults)
  refuseLiterals(literalSecrets(value, source))
}

/** Variables may stand where a format is asked for: it is checked with their values in place. */
function checkFilled(value: JsonValue, source: string, schema: ReturnType<typeof fileSchema>): void {
  const faults = faultsOf(value, schema)
  if (faults.length > 0) throw wrong(source, faults)
}

function wrong(source: string, faults: readonly string[]) {
  const [only = ''] = faults
  return faults.length === 1
    ? usageError(`${source}: ${only}`, {code: 'invalid-value'})
    : usageError(`${source}: ${faults.length} things are not right.`, {code: 'invalid-value', details: faults})
}

function takeAccount(plan: PlanFile, account: string | undefined, source: string): void {
  if (account === undefined) return
  if (plan.account !== undefined && plan.account !== account) {
    throw usageError(`${source} is about another account: ${account}.`, {hint: 'Plan one account at a time.'})
  }
  plan.account = account
}

function take(
  {sections}: PlanFile,
  {section, single}: Kind,
  value: JsonValue | undefined,
  source: string,
  isOfMany: boolean,
): void {
  if (value == null) return
  const before = isOfMany ? `${source}: ` : ''
  const entries = single === true ? [value] : (value as JsonValue[])
  const known = sections.get(section) ?? []
  if (single === true && known.length > 0) throw usageError(`${source}: there is one ${section} only.`)
  const read = entries.map((fields, index) => ({
    fields: fields as JsonObject,
    at: before + (single === true ? section : `${section}[${index}]`),
  }))
  sections.set(section, [...known, ...read])
}
