import {didYouMean} from '../did-you-mean.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Lookup} from '../operation/lookup.ts'

/** The id that a service goes by in a solution that has it enabled. `solution` is the wire name of the solution's parameter. */
export function serviceConfigLookup(alias: string, solution: string): Lookup {
  return {
    name: alias,
    key: (_, values) => `service ${alias} of ${String(values[solution])}`,
    find: async (_, values, {caller}) => {
      const {listServiceConfigs} = await import('./service-config-calls.ts')
      const aliases: string[] = []
      for await (const {id, service} of caller.all(listServiceConfigs, {id: String(values[solution])})) {
        if (service === alias) return id
        aliases.push(service)
      }
      throw notEnabled(alias, String(values[solution]), aliases)
    },
  }
}

function notEnabled(alias: string, solution: string, aliases: readonly string[]): CliError {
  return new CliError(`The service ${alias} is not enabled in ${solution}.${didYouMean(alias, aliases)}`, {
    code: 'service-not-enabled',
    exit: ExitCode.NotFound,
    details: aliases.length > 0 ? [`Enabled are: ${aliases.join(', ')}.`] : [],
    hint: `Run: commsctl murano services add ${alias} --solution ${solution}`,
  })
}
