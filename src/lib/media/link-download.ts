import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import {Command} from '../command.ts'
import {badReply, usageError} from '../errors.ts'
import {filePlace, overwriteSummary} from '../output/file-place.ts'
import {PartialFile} from '../output/partial-file.ts'
import {boolean, destination} from '../parameters.ts'
import {fetchInto, lengthOf, shown, type Source} from './download.ts'
import {localFileName} from './file-name.ts'

/** How a file is saved here. */
export const savingParameters = {
  out: destination('--out', 'file or folder to save it to; - writes it to standard output', {in: 'local'}),
  resume: boolean('--resume', 'go on where an earlier try broke off', {in: 'local', default: true}),
  overwrite: boolean('--overwrite', overwriteSummary, {in: 'local'}),
} as const

interface Saving {
  out?: string | undefined
  resume: boolean
  overwrite?: boolean | undefined
}

/** What was saved. */
interface SavedFile {
  path: string
  size: number
}

/** A command that fetches a file from where the service has said. */
export abstract class LinkDownload extends Command {
  /** Saves it under the name that it has there, unless told otherwise; undefined where it went to standard output. */
  protected async save(
    {id, link}: {id: string; link: unknown},
    name: string,
    {out, resume, overwrite}: Saving,
  ): Promise<SavedFile | undefined> {
    if (typeof link !== 'string') throw badReply('the file has no URL to fetch it from')
    const source = {id, link}
    if (out === '-') return this.#print(source)
    const path = await pathFor(out, localFileName(name, source.id))
    const place = () => filePlace(path, {overwrite: overwrite === true})
    const file = new PartialFile(await place())
    const {client} = await this.console.connection()
    const size = await fetchInto(file, source, {client, resume, transfer: this.console.transfer('Downloading')})
    await place()
    await file.finish()
    return {path, size}
  }

  async #print({link}: Source): Promise<undefined> {
    if (this.console.terminal.stdoutIsTty) {
      throw usageError('--out -: the bytes of a file would upset this terminal.', {
        hint: 'Save it with --out FILE, or pass it on: --out - | PROGRAM.',
      })
    }
    const {client} = await this.console.connection()
    const {body, headers} = await client.fetchLink(link)
    const transfer = this.console.transfer('Downloading')
    await this.console.printer.bytes(shown(body, {length: lengthOf(headers)}, 0, transfer))
  }
}

/** Where a file of that name is saved: in the folder, or under the name, that was given. */
async function pathFor(out: string | undefined, name: string): Promise<string> {
  if (out === undefined) return name
  const isFolder = out.endsWith('/') || (await stat(out).catch(() => undefined))?.isDirectory() === true
  return isFolder ? join(out, name) : out
}
