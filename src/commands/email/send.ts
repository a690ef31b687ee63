import {attachments} from '../../lib/email/attachment.ts'
import {operation} from '../../lib/operation.ts'
import {object, type RequestDetails} from '../../lib/operation/declaration.ts'
import {variants} from '../../lib/operation/variants.ts'
import {choice, email, emails, prose, text} from '../../lib/parameters.ts'

// Lists that are not given are sent as empty ones.
const request: RequestDetails<'POST /email/messages/send'> = {
  line: 'POST /email/messages/send',
  fixedBody: {cc: [], bcc: [], replyto: []},
}

const parameters = {
  from: email('--from', 'who sends it', {required: true}),
  to: emails('--to', 'who gets it (repeat for more)', {required: true}),
  cc: emails('--cc', 'who gets a copy (repeat for more)'),
  bcc: emails('--bcc', 'who gets a copy that the others do not see (repeat for more)'),
  replyto: emails('--reply-to', 'whom answers go to (repeat for more)'),
  subject: text('--subject', 'what it is about', {required: true}),
  'content[0].body': prose('--text', 'the text; - reads standard input, @FILE a file', {required: true}),
  'content[0].type': choice('--content-type', 'what the text is', ['text', 'html'], {default: 'text'}),
}

const effect = {changes: 'send an e-mail'}

const reply = object<{uuid: string; status: string}>({columns: ['uuid', 'status'], id: 'uuid'})

const plain = operation({
  operation: 'Email.sendEmail',
  summary: 'Send an e-mail',
  description:
    'All addresses are checked, and all files are read, before anything is sent. A mail whose reply was lost is never ' +
    'sent again.',
  request,
  parameters,
  effect,
  reply,
  examples: [
    [
      'A text',
      '--from office@sunrise.example --to ada@patients.example --subject "Your appointment" --text "See you at 9."',
    ],
    [
      'HTML, with a copy',
      '--from office@sunrise.example --to ada@patients.example --cc desk@sunrise.example --subject Welcome --content-type html --text "<h1>Welcome</h1>"',
    ],
  ],
})

const withAttachments = operation({
  operation: 'Email.sendEmailAttachment',
  summary: 'Send an e-mail with attachments',
  request,
  parameters: {...parameters, attachments},
  effect,
  reply,
  examples: [
    [
      'A file',
      '--from office@sunrise.example --to ada@patients.example --subject "Who is who" --text "See the list." --attach contacts.csv',
    ],
  ],
})

export default variants(plain, {'--attach': withAttachments})
