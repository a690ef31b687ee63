import {type ServiceFacts} from '../service-facts.ts'

/** What scripts are told of; devices themselves are reached by the management API. */
export const device2 = {
  service: 'Device2',
  alias: 'device2',
  summary: 'devices of a product',
  operations: {},
  events: {
    event: {
      summary: 'A device has reported values, connected, or come or gone',
      parameter: 'event',
      argument: {
        type: {type: 'string', description: 'what has happened: data_in, connect, provisioned or deleted'},
        pid: {type: 'string', description: 'id of the product'},
        identity: {type: 'string', description: 'identity of the device'},
        protocol: {type: 'string', description: 'how the device talks'},
        ip: {type: 'string', description: 'address that the device sent from'},
        timestamp: {type: 'integer', description: 'when it happened, in microseconds'},
        connection_id: {type: 'string', description: 'id of the connection'},
        payload: {type: 'array', items: {type: 'object'}, description: 'of data_in: times, each with its values'},
      },
      required: ['type', 'identity'],
    },
  },
} as const satisfies ServiceFacts
