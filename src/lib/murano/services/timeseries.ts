import {type Schema} from '../../schema.ts'
import {type ServiceFacts} from '../service-facts.ts'

const failure: Schema = {
  type: 'object',
  properties: {
    message: {type: 'string', description: 'what went wrong'},
    status_code: {type: 'string', description: 'the status once more'},
  },
}

export const timeseries = {
  service: 'Timeseries',
  alias: 'timeseries',
  summary: 'time series of the first generation, kept in InfluxDB',
  operations: {
    query: {
      summary: 'Query points, in InfluxQL',
      arguments: {
        q: {type: 'string', description: 'what to look for, in InfluxQL'},
        epoch: {type: 'string', description: 'unit of the times that come back, such as ms; left out, they are text'},
        chunk_size: {type: 'string', description: 'how many points to take together'},
      },
      required: ['q'],
      replies: {
        200: {
          description: 'the result, as InfluxDB gives it',
          schema: {
            type: 'object',
            properties: {results: {type: 'array', items: {type: 'object'}, description: 'one for each statement'}},
          },
        },
        400: {description: 'the query was refused', schema: failure},
      },
    },
    write: {
      summary: 'Write points, in the line protocol of InfluxDB',
      arguments: {
        query: {type: 'string', description: 'the points, one a line: MEASUREMENT,TAG=VALUE FIELD=VALUE TIME'},
      },
      required: ['query'],
      container: {name: 'body', holds: ['query']},
      replies: {
        204: {description: 'done'},
        400: {description: 'the points were refused', schema: failure},
      },
    },
  },
} as const satisfies ServiceFacts
