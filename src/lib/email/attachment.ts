import {type JsonObject} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {parameter} from '../parameter.ts'

/** A file as an e-mail carries it. */
export interface EmailAttachment {
  /** The MIME type. */
  type: string
  /** What an HTML text calls it: `cid:ID`. */
  id: string
  /** In base64. */
  body: string
}

/** `--attach FILE`, repeated: the files are read and put into the body. */
export const attachments = parameter<EmailAttachment[], '--attach', {required: true; spread: typeof named}>(
  '--attach',
  'file to attach; its name is its id, so that HTML shows an image with src="cid:logo.png" (repeat for more)',
  {required: true, spread: named},
  {
    kind: 'file',
    many: true,
    check: async (typed) => (await import('./read-attachment.ts')).readAttachment(typed, '--attach'),
  },
)

/** Throws a usage error where two have the same id: `cid:` could mean either. */
function named(all: EmailAttachment[]): {attachments: JsonObject[]} {
  const ids = all.map(({id}) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) < at)
  if (twice === undefined) return {attachments: all.map((one) => ({...one}))}
  throw usageError(`--attach: two files are called ${twice}.`, {hint: 'Give one of them another name.'})
}
