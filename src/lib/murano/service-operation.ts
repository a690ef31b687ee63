import {wholeBody} from '../body-parameter.ts'
import {commandFor, type OperationClass} from '../operation.ts'
import {type Reply, type Shape} from '../operation/declaration.ts'
import {type Name, type Parameter, type Parameters} from '../parameter.ts'
import {type Fields, type Schema} from '../schema.ts'
import {argument, flagFor} from './argument.ts'
import {type Listing} from '../operation/near-names.ts'
import {solution} from './parameters.ts'
import {rolesOf, usersOf} from './people.ts'
import {serviceConfigLookup} from './service-config.ts'
import {type OperationFacts, type ServiceFacts} from './service-facts.ts'

/** A command for an operation of a service: what the facts do not say of it. */
interface ServiceOperation<S extends ServiceFacts, N extends keyof S['operations'] & string, T> {
  service: S
  operation: N
  /** Who it is to people, where that is not a flag of its name: `KEY`, `--name`, or a parameter of the command's own. */
  arguments?: {[A in keyof S['operations'][N]['arguments'] & string]?: Name | Parameter}
  /** Parameters beside them: a part of an argument that is secret, or what is not sent. */
  beside?: Parameters
  description?: string
  reply: Reply<T>
  examples: Shape['examples']
}

const callLine = 'POST /solution/{solution}/serviceconfig/{serviceconfig}/call'

/**
 * Declares an operation of a Murano service: a command and a typed call, made of the service's facts. Its arguments are
 * sent flat, whatever the service's schema wraps them in.
 */
export function serviceOperation<S extends ServiceFacts, const N extends keyof S['operations'] & string, T>(
  declared: ServiceOperation<S, N, T>,
): OperationClass<Parameters, T> {
  const {service, operation: name, arguments: usages = {}, beside, reply, examples, description} = declared
  const facts: OperationFacts = service.operations[name]!
  return commandFor({
    operation: `Murano.${service.service}.${name}`,
    summary: facts.summary,
    ...(description !== undefined && {description}),
    request: {line: `${callLine}/${name}`, host: 'murano', auth: 'murano', fixedBody: {}},
    parameters: {
      ...parametersOf(facts, usages, {paged: pageNames(reply), listings: listings[service.alias]}),
      ...beside,
      solution: solution(),
    },
    lookups: {serviceconfig: {...serviceConfigLookup('solution'), name: service.alias}},
    effect: facts.effect,
    reply,
    examples,
  })
}

type Listings = Readonly<Record<string, Listing>>

/** What arguments of services name one of, by the service's alias. */
const listings: Readonly<Record<string, Listings>> = {
  user: {id: usersOf('solution'), role_id: rolesOf('solution')},
}

/** Arguments that paging fills in. */
function pageNames({paging}: Reply): string[] {
  return paging === 'none' ? [] : [paging.offset ?? [], paging.limit ?? []].flat()
}

/** Arguments first, in the order in which the command names them. */
function parametersOf(
  {arguments: all, required = [], others}: OperationFacts,
  usages: Readonly<Record<string, Name | Parameter | undefined>>,
  {paged, listings}: {paged: readonly string[]; listings: Listings | undefined},
): Parameters {
  const names = [...new Set([...Object.keys(usages), ...Object.keys(all)])].filter((name) => !paged.includes(name))
  const parameters = names.map((name) => {
    const usage = usages[name] ?? flagFor(name)
    if (typeof usage !== 'string') return [name, usage] as const
    const details = {required: required.includes(name), listing: listings?.[name]}
    return [name, argument(usage, all[name]!, details)] as const
  })
  return {...Object.fromEntries(parameters), ...(others && {'*': freeArguments(others, all)})}
}

/** Arguments that have names of the user's: not those that the operation has itself, beside which they would stand. */
function freeArguments(others: Schema, taken: Fields): Parameter {
  const clashes = Object.entries(taken).map(([name, {description}]) => {
    const reason = `the service would take it for the ${description ?? name}`
    return [name, {not: {}, description: reason}] as const
  })
  return wholeBody(others.description ?? 'by name', {fields: Object.fromEntries(clashes), others: {}})
}
