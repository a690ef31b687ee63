import {usageError} from '../errors.ts'
import {checkUuid} from '../input/checks.ts'
import {type Schema} from '../schema.ts'

/** Who may do what with a resource: user uuids by permission letters, `r` (read), `u` (update), `d` (delete) in this order. */
export type Sharing = Readonly<Record<string, readonly string[]>>

/** The users of one combination of letters. */
export interface Share {
  letters: string
  users: string[]
}

export const sharingSchema: Schema = {
  type: 'object',
  additionalProperties: {type: 'array', items: {type: 'string', format: 'uuid'}},
  examples: [{rud: ['UUID'], r: ['UUID', 'UUID']}],
}

/** Each combination that somebody is to have, once, with its users. Throws a usage error for what is none. */
export function sharesOf(sharing: Sharing): Share[] {
  return Object.entries(sharing).flatMap(([letters, users]) => {
    if (!/^(?=.)r?u?d?$/.test(letters)) throw noLetters(letters)
    const distinct = [...new Set(users.map((user) => checkUuid(user, `The user of ${letters}`)))]
    return distinct.length > 0 ? [{letters, users: distinct}] : []
  })
}

/** The name of the group that has these letters on a resource. */
export function groupName(letters: string, resourceUuid: string): string {
  return `${letters}: ${resourceUuid}`
}

/** The resource that a group of that name belongs to. */
export function resourceIn(name: string): string {
  return name.slice(name.indexOf(': ') + 2)
}

/** The letters in the name of a resource's own group, some of which have commas between them; undefined for any other name. */
export function lettersIn(name: string, resourceUuid: string): string | undefined {
  const [, letters, resource] = /^([rud](?:,?[rud])*): (.*)$/.exec(name) ?? []
  return resource?.toLowerCase() === resourceUuid.toLowerCase() ? letters?.replaceAll(',', '') : undefined
}

function noLetters(text: string) {
  return usageError(`“${text}” are no permission letters.`, {
    code: 'invalid-value',
    hint: 'Write r (read), u (update) and d (delete), in this order: r, ru, rd, rud, u, ud or d.',
  })
}
