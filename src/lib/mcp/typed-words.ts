import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {type Tool} from './tool.ts'

/** The command line that a tool is called with. Values stand behind `=` or `--`: none can pass for a flag. */
export function typedWords(tool: Tool, input: JsonObject): string[] {
  const isArgument = (name: string) => tool.arguments.includes(name)
  const flags = Object.entries(input).filter(([name, value]) => !isArgument(name) && value !== null)
  const args = tool.arguments.flatMap((name) => (input[name] == null ? [] : [input[name]].flat().map(asText)))
  return [
    ...tool.command.split(' '),
    ...flags.flatMap(([name, value]) => flagWords(name, value, tool)),
    ...(tool.formats ? ['--output=json'] : []),
    '--',
    ...args,
  ]
}

function flagWords(name: string, value: JsonValue, {input, json}: Tool): string[] {
  const {type} = input.properties[name]!
  if (type === 'boolean') return value === true ? [`--${name}`] : name === 'all' ? [] : [`--no-${name}`]
  const text = json.includes(name) ? JSON.stringify : asText
  const values = type === 'array' && name !== 'body' ? [value].flat() : [value]
  return values.map((one) => `--${name}=${text(one)}`)
}

function asText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
