import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {type Row} from './row.ts'

/** A table that was made from a template. */
export interface Resource {
  /** Not always a uuid: such as `IHB23X0B4LoNFLghRM7S`. */
  uuid: string
  /** Such as `cwa_mass_contact`. */
  type: string
  name: string
  description: string
  template_uuid: string
  account_uuid: string
  /** There when asked for. */
  rows?: {items: Row[]}
  /** Rows elsewhere that its rows are related to; there when asked for. */
  references?: {items: Partial<Row>[]}
}

/** What is shown of resources. */
export const resourceColumns: readonly ColumnSpec<Resource>[] = ['uuid', 'name', 'type', 'description', 'template_uuid']

/** The first of the resources of a type. Throws where there is none. */
export async function firstOfType(all: AsyncIterable<Resource>, type: string): Promise<Resource> {
  for await (const resource of all) return resource
  throw new CliError(`There is no resource of the type ${type}.`, {
    code: 'not-found',
    exit: ExitCode.NotFound,
    hint: 'Those that there are: commsctl resources list',
  })
}
