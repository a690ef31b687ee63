import {parameter} from '../parameter.ts'
import {type Sharing, sharesOf, sharingSchema} from './sharing.ts'

/** `--users`: who is to have a resource, as JSON; checked as far as that goes without asking the platform. */
export function sharing<const R extends boolean = true>({required}: {required: R} = {required: true as R}) {
  return parameter<Sharing, '--users', {in: 'local'; required: R; valueName: string}>(
    '--users',
    'users by permission letters, such as {"rud": ["UUID"], "r": ["UUID"]}',
    {in: 'local', required, valueName: 'JSON|@FILE|-'},
    {
      kind: 'json',
      schema: sharingSchema,
      check: async (typed, input) => {
        const sharing = (await input.checkedJson(typed, '--users', sharingSchema)) as unknown as Sharing
        sharesOf(sharing)
        return sharing
      },
    },
  )
}
