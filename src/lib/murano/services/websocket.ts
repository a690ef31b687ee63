import {type Schema} from '../../schema.ts'
import {type ReplyFacts, type ServiceFacts} from '../service-facts.ts'

const socket_id = {type: 'string', description: 'id of the connection'} as const satisfies Schema
const server_ip = {
  type: 'string',
  description: 'address of the node that holds the connection',
} as const satisfies Schema

const replies: Readonly<Record<string, ReplyFacts>> = {
  200: {description: 'done'},
  404: {description: 'there is no such connection, or it is closed'},
}

export const websocket = {
  service: 'Websocket',
  alias: 'websocket',
  summary: 'open websocket connections of a solution',
  operations: {
    get: {
      summary: 'Test whether a connection is open',
      arguments: {socket_id, server_ip},
      required: ['socket_id', 'server_ip'],
      replies,
    },
    close: {
      summary: 'Close a connection',
      effect: {changes: 'close the connection', disruptive: true},
      arguments: {socket_id, server_ip},
      required: ['socket_id'],
      replies,
    },
    send: {
      summary: 'Send a message over a connection',
      effect: {changes: 'send a message over'},
      arguments: {
        socket_id,
        server_ip,
        type: {type: 'string', description: 'kind of message'},
        message: {type: 'string', description: 'what to send'},
      },
      required: ['socket_id'],
      container: {name: 'body', holds: ['type', 'message']},
      replies,
    },
  },
  events: {
    websocket_info: {
      summary: 'A client has connected, sent something or left',
      parameter: 'websocket_info',
      argument: {
        socket_id,
        server_ip,
        type: {type: 'string', description: 'what has happened'},
        uri: {type: 'string', description: 'what the client connected to'},
        route: {type: 'string', description: 'path of the endpoint, as it was made'},
        headers: {type: 'object', description: 'headers that the client sent'},
        parameters: {type: 'object', description: 'parameters of the query'},
        message: {type: 'string', description: 'what the client sent'},
        message_type: {type: 'string', description: 'kind of message that the client sent'},
        timestamp: {type: 'integer', description: 'when it happened'},
      },
    },
  },
} as const satisfies ServiceFacts
