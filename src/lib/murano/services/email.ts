import {type Schema} from '../../schema.ts'
import {type ServiceFacts} from '../service-facts.ts'

/** A list, or a single one as text. */
const addresses = {
  type: ['array', 'string'],
  items: {type: 'string', format: 'email'},
} as const satisfies Schema

export const email = {
  service: 'Email',
  alias: 'email',
  summary: 'outgoing mail',
  operations: {
    send: {
      summary: 'Send a mail',
      effect: {changes: 'send a mail to'},
      arguments: {
        to: {...addresses, description: 'whom it is for'},
        cc: {...addresses, description: 'who gets a copy'},
        bcc: {...addresses, description: 'who gets a copy that the others do not see'},
        from: {type: 'string', format: 'email', description: 'whom it is from'},
        subject: {type: 'string', description: 'its subject'},
        text: {type: 'string', description: 'its text'},
        html: {type: 'string', description: 'its text as HTML'},
        connection: {
          type: 'object',
          description: 'a mail server of your own to send it through',
          properties: {
            server: {type: 'string', description: 'host name of the server'},
            port: {type: 'integer', description: 'port of the server'},
            scheme: {type: 'string', enum: ['smtp', 'smtps'], description: 'protocol of the server'},
            user: {type: 'string', description: 'account at the server'},
            password: {type: 'string', description: 'password of that account'},
          },
          required: ['server', 'user', 'password'],
        },
      },
      required: ['to', 'from', 'subject', 'text'],
      container: {name: 'email', holds: ['to', 'cc', 'bcc', 'from', 'subject', 'text', 'html', 'connection']},
      replies: {
        200: {description: 'sent'},
        default: {
          description: 'not sent',
          schema: {
            type: 'object',
            properties: {
              message: {type: 'string', description: 'what went wrong'},
              statusCode: {type: 'string', description: 'the status once more'},
            },
          },
        },
      },
    },
  },
} as const satisfies ServiceFacts
