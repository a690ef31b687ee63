import {type JsonObject} from '../../../../lib/client/wire.ts'
import {type Collection} from '../../../collection.ts'
import {missing, refused, type ServiceFailure} from '../failure.ts'
import {type ServiceCall} from '../service.ts'
import {type EndPoint, endUserRoles, type Permission, permissions, type Role} from './records.ts'

const reserved = /^(me|(user|permission|role|parameter|group|member)s?)$/i

export function rolesOf({sandbox}: ServiceCall): Collection<Role> {
  return sandbox.store.collection(endUserRoles)
}

export function findRole(call: ServiceCall, roleId: string): Role | undefined {
  return rolesOf(call).get(`${call.solution.id}:${roleId.toLowerCase()}`)
}

export function mustFindRole(
  call: ServiceCall,
  roleId: string,
  failure: (what: string) => ServiceFailure = missing,
): Role {
  const role = findRole(call, roleId)
  if (!role) throw failure(`Role ${roleId}`)
  return role
}

export function roleView({role_id, parameters}: Role): JsonObject {
  return {role_id, parameter: parameters.map((name) => ({name}))}
}

/** Throws a 400 for names that mean something else in paths. */
export function refuseReserved(name: string): void {
  if (reserved.test(name)) throw refused(`${name} is reserved.`)
}

/** Names of parameters, of which none is reserved or there twice, whatever its case. */
export function parameterNames(definitions: readonly {name: string}[], present: readonly string[] = []): string[] {
  const names = [...present]
  for (const {name} of definitions) {
    refuseReserved(name)
    if (names.some((other) => isSame(other, name))) throw refused(`There is a parameter ${name} already.`)
    names.push(name)
  }
  return names
}

/** Names of roles and parameters are the same in any case. */
export function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

export function permissionsOf({sandbox}: ServiceCall): Collection<Permission> {
  return sandbox.store.collection(permissions)
}

/** METHOD/PATH: the path counts the same with a slash before it. */
export function permissionName({method, end_point}: EndPoint): string {
  return `${method}/${end_point.replace(/^\/+/, '')}`
}

/** The name that a `perm_id` encodes; one that is not encoded is taken, too. */
export function decodedName(permissionId: string): string {
  let text = permissionId
  try {
    text = decodeURIComponent(permissionId)
  } catch {
    throw refused(`${permissionId} is not percent-encoded as it should be.`)
  }
  const [method = '', ...path] = text.split('/')
  return permissionName({method, end_point: path.join('/')})
}

export function endPointView({method, end_point}: EndPoint): JsonObject {
  return {method, end_point}
}
