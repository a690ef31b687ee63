import {Readable} from 'node:stream'
import {text} from 'node:stream/consumers'
import {type FastifyRequest} from 'fastify'
import {readForm} from '../multipart.ts'
import {OwnRefusal} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {enableDevice} from './devices.ts'
import {gatewayOf, identityProblem} from './gateways.ts'

/** Lets in the devices of a file: all of them, or, with a 400 in plain text, none. */
export async function enableFromFile(sandbox: Sandbox, request: FastifyRequest, productId: string): Promise<void> {
  const {body, headers} = request
  if (!(body instanceof Readable)) throw invalid()
  const {file, fields} = await readForm(body, headers, async (content) => ({csv: await text(content)}), 'identities')
  const rows = await rowsOf(file?.csv ?? '')
  const expire = Number(fields['expire'] ?? Number.NaN)
  const auth = Number.isSafeInteger(expire) ? {expire} : {}
  const {store} = sandbox
  store.transaction(() => {
    const gateway = gatewayOf(store, productId)
    for (const [identity = '', key] of rows) {
      const problem = identityProblem(gateway, identity)
      if (problem !== undefined) throw new OwnRefusal(400, problem)
      enableDevice(sandbox, productId, {identity, auth, key: key === '' ? undefined : key})
    }
  })
}

async function rowsOf(csv: string): Promise<string[][]> {
  const {parse} = await import('csv-parse/sync')
  try {
    const [header = [], ...rows] = parse(csv, {
      trim: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: false,
    })
    const columns = header.join(',').toLowerCase()
    if (columns !== 'id' && columns !== 'id,ssl client certificate') throw invalid()
    return rows
  } catch (error) {
    throw error instanceof OwnRefusal ? error : invalid()
  }
}

function invalid(): OwnRefusal {
  return new OwnRefusal(400, 'CSV file format invalid')
}
