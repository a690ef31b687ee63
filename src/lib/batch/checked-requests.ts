import {type Declaration} from '../operation/declaration.ts'
import {type RowFile, RowReader} from './read-rows.ts'
import {requestsOf} from './requests.ts'
import {type RowValues} from './row-values.ts'
import {type CheckedRow} from './row.ts'

interface Source {
  shape: Pick<Declaration, 'each'>
  file: RowFile
  values: RowValues
}

/** The values of each request that the rows make, of no more rows than `most`. */
export async function* checkedRequests(
  {shape: {each}, file, values}: Source,
  most = Infinity,
): AsyncGenerator<Record<string, unknown>> {
  for await (const rows of requestsOf(checkedRows(file, values, most), each)) {
    const things = each && {[each.parameter]: rows.flatMap((row) => row.values[each.parameter])}
    yield {...rows[0]!.values, ...things}
  }
}

async function* checkedRows(file: RowFile, values: RowValues, most: number): AsyncGenerator<CheckedRow> {
  let count = 0
  for await (const row of new RowReader(file).rows()) {
    if (count++ === most) return
    yield {...row, values: await values.of(row)}
  }
}
