import {email as facts} from '../../../../lib/murano/services/email.ts'
import {putIntoOutbox} from '../../../outbox.ts'
import {declaredService} from '../declared-service.ts'
import {messageAndStatus} from '../failure-shapes.ts'
import {refused} from '../failure.ts'

/** Mail goes to the outbox, whatever server of their own somebody names. */
export const email = declaredService(
  facts,
  {
    send({to, cc, bcc, from, subject, text, html}, {sandbox}) {
      putIntoOutbox(sandbox, {
        channel: 'email',
        from,
        to: addressesIn('to', to),
        cc: addressesIn('cc', cc),
        bcc: addressesIn('bcc', bcc),
        subject,
        content: [{type: 'text', body: text}, ...(html === undefined ? [] : [{type: 'html', body: html}])],
        sent_by: null,
      })
      return undefined
    },
  },
  messageAndStatus,
)

/** A list, or text with commas. Throws a 400 for what is no address, and where `to` has none. */
function addressesIn(name: string, given: unknown): string[] {
  const texts = [given ?? []].flat() as string[]
  const addresses = texts.flatMap((text) => text.split(',')).map((address) => address.trim())
  const wrong = addresses.find((address) => !/^[^\s@]+@[^\s@]+$/.test(address))
  if (wrong !== undefined) throw refused(`${name} has “${wrong}”, which is no e-mail address.`)
  if (name === 'to' && addresses.length === 0) throw refused('to has no address.')
  return addresses
}
