import {type Schema} from '../../schema.ts'
import {statementsDo} from '../influx-statement.ts'
import {type ReplyFacts, type ServiceFacts} from '../service-facts.ts'

const failure: Schema = {
  type: 'object',
  properties: {
    message: {type: 'string', description: 'what went wrong'},
    status_code: {type: 'string', description: 'the status once more'},
  },
}

const result: Readonly<Record<string, ReplyFacts>> = {
  200: {
    description: 'the result, as InfluxDB gives it',
    schema: {
      type: 'object',
      properties: {results: {type: 'array', items: {type: 'object'}, description: 'one for each statement'}},
    },
  },
  400: {description: 'the statement was refused', schema: failure},
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
      replies: result,
    },
    command: {
      summary: 'Run a statement of InfluxQL',
      effect: {changes: 'run', told: ({q}) => statementsDo(String(q))},
      arguments: {q: {type: 'string', description: 'the statement, such as SHOW MEASUREMENTS'}},
      required: ['q'],
      replies: result,
    },
    write: {
      summary: 'Write points, in the line protocol of InfluxDB',
      effect: {changes: 'write points to'},
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
