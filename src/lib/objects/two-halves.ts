import {causedBy, CliError} from '../errors.ts'
import {notAll} from '../resource-groups/partly.ts'
import {type ResourceGroup} from '../resource-groups/resource-group.ts'

/** Two changes, of who may reach an object and of the object itself, the second of which is made when the first is. */
export interface Halves<T> {
  /** What the second does, as in `change object 1234`. */
  what: string
  /** What is true when the first is made and the second is not. */
  onlyFirst: string
  groups: () => Promise<ResourceGroup[]>
  object: () => Promise<T>
}

/** Makes both changes. When one fails, the error says which of them was made. */
export async function inTurn<T>({what, onlyFirst, groups, object}: Halves<T>): Promise<T> {
  const changed = await groups().catch((error: unknown) => {
    throw error instanceof CliError ? notBegun(error, what) : error
  })
  try {
    return await object()
  } catch (error) {
    const made = changed.filter(({outcome}) => outcome !== 'unchanged')
    if (!(error instanceof CliError) || made.length === 0) throw error
    throw notAll(onlyFirst, made, [{what, error}])
  }
}

/** That the second was not tried. */
function notBegun(cause: CliError, what: string): CliError {
  return causedBy(cause, cause.message, {details: [...cause.details, `not done: ${what}`]})
}
