import {collect} from '../collect.ts'
import {badReply, CliError, usageError} from '../errors.ts'
import {type Caller, type Operation, type Settled} from '../operation/declaration.ts'
import {type Values} from '../parameter.ts'
import {makeGroups} from '../resource-groups/create.ts'
import {type Sharing, sharesOf} from '../resource-groups/sharing.ts'
import {rolesFor} from '../resource-groups/system-roles.ts'
import {type DataObject} from './data-object.ts'
import {alike} from './lost-object.ts'
import {createForUser, findObjects} from './object-calls.ts'
import {takenBack} from './taken-back.ts'

type Draft = Values<typeof createForUser.shape.parameters>

/** Who is to have an object that is made, and the account that the groups for it are made in. */
export interface ObjectSharing {
  account_uuid: string
  users: Sharing
}

/** Throws a usage error where `--users` is given and the account of its groups is not known. */
export function needsAccount({users, account_uuid}: Partial<ObjectSharing>): void {
  if (users !== undefined && account_uuid === undefined)
    throw usageError('--users needs --account, or a profile with an account.')
}

/**
 * Creates an object of a user and shares it. Both or neither: when sharing fails, the object is deleted again, and the
 * error tells what was done and what undone. Whether it can be shared in that way is looked up before.
 */
export async function createShared(
  caller: Caller,
  draft: Draft,
  {account_uuid, users}: ObjectSharing,
): Promise<DataObject> {
  const shares = sharesOf(users)
  const [roles, before] = await Promise.all([rolesFor(caller, 'object', shares), likeIt(caller, draft)])
  const object = await caller.call(readBack(before), draft)
  if (typeof object?.uuid !== 'string') throw badReply('the object that was created has no uuid')
  try {
    await makeGroups(caller, {account_uuid, resource_uuid: object.uuid}, shares, roles)
  } catch (error) {
    throw error instanceof CliError ? await takenBack(caller, object, error) : error
  }
  return object
}

/** The call that creates it. After a lost reply, an object like it that was not there before is the one that was created. */
function readBack(before: readonly DataObject[]): Operation<typeof createForUser.shape.parameters, DataObject> {
  const known = new Set(before.map(({uuid}) => uuid))
  const settle = async (caller: Caller, draft: Draft): Promise<Settled<DataObject>> => {
    const made = (await likeIt(caller, draft)).filter(({uuid}) => !known.has(uuid)).at(-1)
    return made === undefined ? {done: false} : {done: true, reply: made}
  }
  return {shape: {...createForUser.shape, settle}}
}

/** The objects of that name and type that the user may see, and that hold the same. */
async function likeIt(caller: Caller, {user_uuid, ...draft}: Draft): Promise<DataObject[]> {
  const {type, name} = draft
  return alike(await collect(caller.all(findObjects, {user_uuid, type, name, load_content: true})), draft)
}
