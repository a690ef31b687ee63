import {expect} from 'vitest'
import {stringify} from 'yaml'
import {type JsonObject} from '../../src/lib/client/wire.ts'
import {type CliError} from '../../src/lib/errors.ts'
import {parseYaml} from '../../src/lib/input/json-value.ts'
import {fileSchema} from '../../src/sandbox/loading/data-file.ts'
import {dumpOf} from '../../src/sandbox/loading/dump.ts'
import {type Loaded, loadFiles} from '../../src/sandbox/loading/load.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {type Store} from '../../src/sandbox/store.ts'

const {accountUuid: ours} = seededAccess
export const acme = 'a0000000-0000-4000-8000-000000000001'
export const eve = 'a0000000-0000-4000-8000-000000000002'

export async function load(sandbox: Sandbox, ...texts: string[]): Promise<Loaded[]> {
  const files = await Promise.all(
    texts.map(async (text, index) => ({
      name: `${index + 1}.yaml`,
      content: (await parseYaml(text, 'file', {schema: fileSchema})) as JsonObject,
    })),
  )
  return loadFiles(sandbox, files)
}

export function dumpText(store: Store, areas?: readonly string[]): string {
  return stringify(dumpOf(store, areas), {aliasDuplicateObjects: false})
}

export async function refused(sandbox: Sandbox, ...texts: string[]): Promise<string[]> {
  const before = dumpText(sandbox.store)
  const error = (await load(sandbox, ...texts).then(
    () => new Error('It was loaded.'),
    (reason: unknown) => reason,
  )) as CliError
  expect(error).toMatchObject({exit: 2, code: 'invalid-records'})
  expect(error.message).toContain('Nothing was loaded.')
  expect(dumpText(sandbox.store)).toBe(before)
  return error.details.length > 0 ? [...error.details] : [error.message.replace(' Nothing was loaded.', '')]
}

/** An account with an administrator, in as few words as there are. */
export const small = `
accounts:
  accounts:
    - {uuid: ${acme}, name: Acme, parent_uuid: ${ours}}
identities:
  identities:
    - {uuid: ${eve}, username: eve@acme.example, account_uuid: ${acme}, password: open sesame, administrator: true}
`
