import {type Fields, type Schema} from '../../schema.ts'
import {type ServiceFacts} from '../service-facts.ts'

const pid = {type: 'string', description: 'id of the product'} as const satisfies Schema

/** What both events tell of the device. */
const origin = {
  pid,
  alias: {type: 'string', description: 'alias of the resource, or of the device'},
  seq: {type: 'integer', description: 'counter of the messages'},
  device_sn: {type: 'string', description: 'identity of the device'},
  source_ip: {type: 'string', description: 'address that the device sent from'},
  timestamp: {type: 'integer', description: 'when it happened'},
} as const satisfies Fields

export const device = {
  service: 'Device',
  alias: 'device',
  summary: 'devices of linked products, through the gateway of the first generation',
  operations: {
    productInfo: {
      summary: 'Show a product',
      arguments: {pid},
      required: ['pid'],
      replies: {
        default: {
          description: 'the product',
          schema: {
            type: 'object',
            properties: {
              id: pid,
              rid: {type: 'string', description: 'its id in the One Platform'},
              label: {type: 'string', description: 'its name'},
              endpoint: {type: 'string', description: 'where its devices send their data'},
            },
          },
        },
      },
    },
    rpcCall: {
      summary: 'Make calls of the One Platform for a product',
      effect: {changes: 'make calls of the One Platform for'},
      arguments: {
        pid,
        auth: {
          type: 'object',
          description: 'on whose behalf; left out, the product’s own',
          properties: {client_id: {type: 'string', description: 'id of the client to act as'}},
        },
        calls: {
          type: 'array',
          description: 'what to call',
          items: {
            type: 'object',
            properties: {
              id: {type: ['string', 'integer'], description: 'what the answer is known by'},
              procedure: {type: 'string', description: 'name of the procedure'},
              arguments: {type: 'array', items: {}, description: 'what it is given'},
            },
          },
        },
      },
      required: ['pid', 'calls'],
      container: {name: 'body', holds: ['auth', 'calls']},
      replies: {
        200: {
          description: 'an answer for each call',
          schema: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                id: {type: ['string', 'integer'], description: 'of the call'},
                status: {type: 'string', description: 'how it went'},
                result: {description: 'what came out; its form depends on the procedure'},
                error: {
                  type: 'object',
                  description: 'what went wrong with the call',
                  properties: {
                    code: {type: 'integer', description: 'number of the error'},
                    context: {type: 'string', description: 'particulars'},
                    message: {type: 'string', description: 'the error in words'},
                  },
                },
              },
            },
          },
        },
      },
    },
    deviceCallback: {
      summary: 'Answer a device that waits for it',
      effect: {changes: 'answer'},
      arguments: {
        request_id: {type: 'string', description: 'id of the call that the device made'},
        code: {type: 'integer', minimum: 100, maximum: 599, description: 'status to answer with'},
        headers: {type: 'object', description: 'headers to answer with'},
        message: {type: 'string', description: 'body to answer with'},
      },
      required: ['request_id', 'code', 'headers', 'message'],
      container: {name: 'body', holds: ['request_id', 'code', 'headers', 'message']},
      replies: {
        204: {description: 'answered'},
        400: {description: 'no such call waits'},
        409: {description: 'not in this state'},
        415: {description: 'that type of content is not taken'},
      },
    },
  },
  events: {
    datapoint: {
      summary: 'A device has reported a value',
      parameter: 'data',
      argument: {
        ...origin,
        rid: {type: 'string', description: 'id of the resource'},
        api: {type: 'string', description: 'how the value came in'},
        value: {type: 'array', items: {}, description: 'a time and a value'},
      },
      required: ['pid'],
    },
    service_call: {
      summary: 'A device has called, and waits for an answer',
      parameter: 'data',
      argument: {
        ...origin,
        content: {type: 'string', description: 'what the device sent'},
        device_rid: {type: 'string', description: 'id of the device in the One Platform'},
        request_id: {type: 'string', description: 'id of the call, for an answer'},
      },
      required: ['pid'],
    },
  },
} as const satisfies ServiceFacts
