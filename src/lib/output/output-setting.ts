import {type Shape} from '../operation/declaration.ts'
import {emptyConfig} from '../profile/config-file.ts'
import {type Resolved, resolveOutput, type Settings, type SettingsInput} from '../profile/settings.ts'
import {checkFormat, isJson, type OutputFormat} from './format.ts'

/** Where the setting is looked for; both throw where the configuration is broken. */
interface Sources {
  flags: {output?: string}
  input: () => SettingsInput
  settings: () => Settings
}

/** The format that is set. Commands that reach no service work also where the profile named does not exist: they put it right. */
export function outputSetting(
  {online, diagnoses}: Pick<Shape, 'online' | 'diagnoses'>,
  {flags, input, settings}: Sources,
): Resolved<string> {
  if (online === false) return resolveOutput(input())
  if (diagnoses === true) return outputAnyhow(flags, input)
  return {value: settings().values.output, origin: settings().origin('output')}
}

/** Where the configuration does not say it for being broken, flag and variable do. */
function outputAnyhow({output}: Sources['flags'], input: Sources['input']): Resolved<string> {
  try {
    return resolveOutput(input())
  } catch {
    const {COMMSCTL_OUTPUT} = process.env
    return resolveOutput({flags: {output}, env: {COMMSCTL_OUTPUT}, config: emptyConfig})
  }
}

/** What the printer writes. Throws a usage error for a format that the command does not have. */
export function printedFormat({value, origin}: Resolved<string>, {format, formats}: Shape): OutputFormat {
  return origin.source === 'default' && format ? format : checkFormat(value, origin.text, formats)
}

/** Whether somebody wants JSON; what a command prints so by itself is for people, too. */
export function isJsonAsked(format: OutputFormat, {origin}: Resolved<string>): boolean {
  return origin.source !== 'default' && isJson(format)
}
