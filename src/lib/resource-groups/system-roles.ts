import {listSystemRoles} from '../auth/access-calls.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {collect} from '../collect.ts'
import {type Caller} from '../operation/declaration.ts'
import {type Share} from './sharing.ts'

/** Uuids of roles, by resource type and letters: `object` → `rud`. */
export type SystemRoles = Record<string, Record<string, string>>

/** The roles that resource groups are built from. Roles whose names say no type and letters are left out. */
export async function systemRoles(caller: Caller): Promise<SystemRoles> {
  const found: SystemRoles = {}
  for (const {name, uuid} of await collect(caller.all(listSystemRoles, {}))) {
    const named = namedIn(name)
    if (named !== undefined) (found[named.type] ??= {})[named.letters] ??= uuid
  }
  return found
}

/** The roles for resources of a type, by letters. Throws where the platform has none for some of them: a group without a role is no use. */
export async function rolesFor(
  caller: Caller,
  type: string,
  shares: readonly Share[],
): Promise<Readonly<Record<string, string>>> {
  if (shares.length === 0) return {}
  const roles = await systemRoles(caller)
  const ofType = Object.hasOwn(roles, type) ? roles[type]! : {}
  const absent = shares.map(({letters}) => letters).filter((letters) => !Object.hasOwn(ofType, letters))
  if (absent.length === 0) return ofType
  throw noRole(type, absent, roles)
}

/** `System object role - read, update, delete`: the second word is the type, initials of those after the hyphen the letters. */
function namedIn(name: string): {type: string; letters: string} | undefined {
  const [, type, actions] = /^\S+ (\S+) .*?- (.+)$/.exec(name) ?? []
  if (type === undefined || actions === undefined) return undefined
  const initials = actions.split(',').map((action) => action.trim().charAt(0))
  const letters = ['r', 'u', 'd'].filter((letter) => initials.includes(letter)).join('')
  return letters.length === initials.length ? {type, letters} : undefined
}

function noRole(type: string, letters: readonly string[], roles: SystemRoles): CliError {
  const known = Object.entries(roles).map(([name, ofType]) => `${name}: ${Object.keys(ofType).join(', ')}`)
  return new CliError(`The platform has no role for ${letters.join(', ')} on resources of type ${type}.`, {
    code: 'no-such-role',
    exit: ExitCode.NotFound,
    details: known,
    hint: 'See which there are: commsctl auth resource-groups roles',
  })
}
