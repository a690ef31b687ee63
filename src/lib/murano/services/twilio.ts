import {type Fields, type Schema} from '../../schema.ts'
import {type ReplyFacts, type ServiceFacts} from '../service-facts.ts'

const sid = '^[0-9a-zA-Z]{34}$'
const number = '^\\+[0-9]+$'
const sender = '^(\\+[0-9]+|[0-9a-zA-Z]+)$'
const price = '^-?[0-9]*.?[0-9]*$'

const from = {
  type: 'string',
  pattern: sender,
  description: 'a number of the account, or a sender id',
} as const satisfies Schema
const method = (url: string) => ({type: 'string', description: `method for ${url}`}) as const satisfies Schema
const day = (what: string) =>
  ({type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: what}) as const satisfies Schema

/** What calls and messages have in common. */
const common: Fields = {
  sid: {type: 'string', description: 'its id'},
  from: {type: 'string', description: 'whom it is from'},
  to: {type: 'string', description: 'whom it is for'},
  status: {type: 'string', description: 'how far it is'},
  direction: {type: 'string', description: 'inbound or outbound'},
  price: {type: ['string', 'null'], description: 'what it cost'},
  price_unit: {type: 'string', description: 'currency of the price'},
  date_created: {type: 'string', description: 'when it was made, as in e-mails'},
  date_updated: {type: 'string', description: 'when it changed last'},
  api_version: {type: 'string', description: 'version of Twilio that handled it'},
  uri: {type: 'string', description: 'its path at Twilio'},
}

const call: Schema = {
  type: 'object',
  properties: {
    ...common,
    duration: {type: ['integer', 'null'], description: 'seconds that it took'},
    start_time: {type: ['string', 'null'], description: 'when it began'},
    end_time: {type: ['string', 'null'], description: 'when it ended'},
    answered_by: {type: ['string', 'null'], description: 'person or machine'},
    caller_name: {type: ['string', 'null'], description: 'name of the caller'},
    formatted_from: {type: 'string', description: '`from`, for people'},
    formatted_to: {type: 'string', description: '`to`, for people'},
    forwarded_from: {type: ['string', 'null'], description: 'who passed the call on'},
    parent_call_sid: {type: ['string', 'null'], description: 'the call that started it'},
    phone_number_sid: {type: ['string', 'null'], description: 'the own number that it reached'},
    subresource_uris: {type: 'object', description: 'paths of what belongs to it'},
  },
}

const message: Schema = {
  type: 'object',
  properties: {
    ...common,
    body: {type: 'string', description: 'its text'},
    date_sent: {type: ['string', 'null'], description: 'when it was sent'},
    num_media: {type: 'string', description: 'how many files are attached'},
    num_segments: {type: 'string', description: 'how many parts it was sent in'},
    error_code: {type: ['string', 'null'], description: 'why it was not delivered'},
    error_message: {type: ['string', 'null'], description: 'the same in words'},
    subresource_uri: {type: 'string', description: 'path of what belongs to it'},
    MessagingServiceSid: {type: ['string', 'null'], description: 'the messaging service'},
  },
}

const one = (description: string, schema: Schema): Readonly<Record<string, ReplyFacts>> => ({
  200: {description, schema},
})

const page = (name: string, items: Schema): Readonly<Record<string, ReplyFacts>> =>
  one('a page of them', {
    type: 'object',
    properties: {
      [name]: {type: 'array', items, description: 'those on the page'},
      page: {type: 'integer', description: 'number of the page, from 0'},
      page_size: {type: 'integer', description: 'how many a page has'},
      uri: {type: 'string', description: 'path of the page'},
      first_page_uri: {type: 'string', description: 'path of the first page'},
      next_page_uri: {type: ['string', 'null'], description: 'path of the next page'},
      previous_page_uri: {type: ['string', 'null'], description: 'path of the page before'},
    },
  })

const callArguments = {
  To: {type: 'string', description: 'a number, a SIP address, or client:NAME'},
  From: from,
  Url: {type: 'string', format: 'uri', description: 'TwiML to carry out once somebody answers'},
  Method: method('Url'),
  FallbackUrl: {type: 'string', format: 'uri', description: 'what to take when Url fails'},
  FallbackMethod: method('FallbackUrl'),
  ApplicationSid: {type: 'string', pattern: sid, description: 'application that handles the call, in place of Url'},
  StatusCallback: {type: 'string', format: 'uri', description: 'who is told how the call goes'},
  StatusCallbackMethod: method('StatusCallback'),
  StatusCallbackEvent: {type: 'string', description: 'what StatusCallback is told of'},
  SendDigits: {type: 'string', pattern: '^[0-9#*w]+$', maxLength: 32, description: 'keys to press when connected'},
  IfMachine: {type: 'string', description: 'what to do about an answering machine'},
  Timeout: {type: 'integer', minimum: 1, description: 'seconds to let it ring'},
  Record: {type: 'string', description: 'true records the call'},
} as const satisfies Fields

const messageArguments = {
  To: {type: 'string', pattern: number, description: 'number that it is for, such as +19415550100'},
  From: from,
  Body: {type: 'string', maxLength: 1600, description: 'its text'},
  MediaUrl: {type: 'string', format: 'uri', description: 'a picture to attach'},
  MessagingServiceSid: {type: 'string', pattern: sid, description: 'messaging service to send it with'},
  StatusCallback: {type: 'string', format: 'uri', description: 'who is told of its states'},
  ApplicationSid: {type: 'string', description: 'application that is told of its states'},
  MaxPrice: {type: 'string', pattern: price, description: 'most that it may cost, in US dollars'},
} as const satisfies Fields

export const twilio = {
  service: 'Twilio',
  alias: 'twilio',
  summary: 'phone calls and text messages through Twilio',
  operations: {
    listCall: {
      summary: 'List phone calls',
      arguments: {
        From: {type: 'string', description: 'only those from this number or client'},
        To: {type: 'string', description: 'only those to this number or client'},
        Status: {
          type: 'string',
          enum: ['queued', 'ringing', 'in-progress', 'canceled', 'completed', 'failed', 'busy', 'no-answer'],
          description: 'only those in this state',
        },
        StartTime: day('only those that began on this day, GMT'),
        ParentCallSid: {type: 'string', pattern: sid, description: 'only those that this call started'},
      },
      replies: page('calls', call),
    },
    createCall: {
      summary: 'Call somebody',
      effect: {changes: 'call', billable: true},
      arguments: callArguments,
      required: ['To', 'From'],
      container: {name: 'call', holds: Object.keys(callArguments)},
      replies: one('the call', call),
    },
    listMessage: {
      summary: 'List text messages',
      arguments: {
        From: {type: 'string', description: 'only those from this number or sender id'},
        To: {type: 'string', description: 'only those to this number'},
        DateSent: day('only those of this day, GMT'),
      },
      replies: page('messages', message),
    },
    postMessage: {
      summary: 'Send a text message',
      effect: {changes: 'send a text message to', billable: true},
      arguments: messageArguments,
      required: ['To', 'From'],
      container: {name: 'message', holds: Object.keys(messageArguments)},
      replies: one('the message', message),
    },
    getCall: {
      summary: 'Show a phone call',
      arguments: {CallSid: {type: 'string', description: 'id of the call'}},
      required: ['CallSid'],
      replies: one('the call', call),
    },
    getMessage: {
      summary: 'Show a text message',
      arguments: {MessageSid: {type: 'string', description: 'id of the message'}},
      required: ['MessageSid'],
      replies: one('the message', message),
    },
  },
} as const satisfies ServiceFacts
