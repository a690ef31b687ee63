import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type Sides} from '../code/unified-diff.ts'
import {getFile} from '../file-calls.ts'
import {type Checkout, type Compared} from './checkout.ts'

/** The text of an item on both sides; of what is no text, that it is none. */
export async function textsOf(checkout: Checkout, {kind, name, local, remote}: Compared): Promise<Sides> {
  if (kind !== 'files') {
    const whole = remote && (await checkout.remote.whole(remote))
    return {name: local?.path ?? `${kind}/${name}`, here: local?.text, there: whole?.text}
  }
  const here = local && (await readFile(join(checkout.project.root, local.path)))
  const there = remote && (await fetched(checkout, name))
  return {name: local?.path ?? `files${name}`, here: here && asText(here), there: there && asText(there)}
}

async function fetched({service, owners}: Checkout, name: string): Promise<Buffer> {
  const {body} = await service.download(getFile, {id: owners.application, path: name.slice(1)})
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function asText(content: Buffer): string {
  return content.includes(0) ? `${content.length} bytes that are no text\n` : content.toString()
}
