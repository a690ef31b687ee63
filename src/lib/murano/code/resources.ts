import {type JsonObject, type JsonValue} from '../../client/wire.ts'
import {usageError} from '../../errors.ts'

/** What devices of a product report or are told, by alias. */
export type Resources = Readonly<Record<string, JsonObject>>

/** The text by which resources are compared, and which is written: by alias, fields in order. */
export async function resourcesText(resources: Readonly<Record<string, object>>): Promise<string> {
  const {stringify} = await import('yaml')
  const told = Object.entries(resources).map(([alias, resource]) => [alias, {settable: false, ...resource}])
  return stringify(Object.fromEntries(told), {sortMapEntries: true, aliasDuplicateObjects: false})
}

/** The resources that a file lists. Throws a usage error for what is none. */
export async function readResources(text: string, path: string): Promise<Resources> {
  const {parse} = await import('yaml')
  let value: JsonValue
  try {
    value = (parse(text) as JsonValue) ?? {}
  } catch (error) {
    throw badResources(path, `is not YAML: ${(error as Error).message.split('\n')[0]}`)
  }
  if (!isObject(value)) throw badResources(path, 'does not list resources by their aliases')
  const [alias] = Object.entries(value).find(([, resource]) => !isObject(resource)) ?? []
  if (alias !== undefined) throw badResources(path, `has the resource ${alias}, which does not say its format`)
  return value as unknown as Resources
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function badResources(path: string, problem: string) {
  return usageError(`${path} ${problem}.`, {
    code: 'bad-file',
    hint: 'Write an alias on each line, for example: temperature: {format: number, settable: false}',
  })
}
