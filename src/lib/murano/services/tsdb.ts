import {type Fields, type Schema} from '../../schema.ts'
import {type ReplyFacts, type ServiceFacts} from '../service-facts.ts'

const moment = (description: string) =>
  ({
    type: ['integer', 'string'],
    pattern: '^\\d+(u|ms|s)?$|^\\d{4}-\\d\\d-\\d\\d([T ].*)?$',
    description: `${description}: microseconds, or such as 1700000000s`,
  }) as const satisfies Schema

const relative = (description: string) =>
  ({
    type: 'string',
    pattern: '^-?\\d+(u|ms|s|m|h|d|w)$',
    description: `${description}, such as -2h`,
  }) as const satisfies Schema

const tags = {type: 'object', description: 'tags with their values'} as const satisfies Schema

const failures: Readonly<Record<string, ReplyFacts>> = {
  400: {
    description: 'the request was wrong',
    schema: {
      type: 'object',
      properties: {
        type: {type: 'string', description: 'kind of failure'},
        error: {type: 'string', description: 'what went wrong'},
        status: {type: 'integer', description: 'the status once more'},
      },
    },
  },
}

const pageArguments = {
  limit: {type: 'integer', minimum: 1, maximum: 1000, description: 'how many to list'},
  next: {type: 'string', description: 'where to go on, from the page before'},
} as const satisfies Fields

const queryArguments = {
  metrics: {type: 'array', items: {type: 'string'}, minItems: 1, description: 'which metrics'},
  tags: {...tags, description: 'only values with these tags; several values of one are alternatives'},
  start_time: moment('from when'),
  end_time: moment('until when'),
  relative_start: relative('from when, counted from now'),
  relative_end: relative('until when, counted from now'),
  sampling_size: {
    type: 'string',
    pattern: '^\\d+(u|ms|s|m|h|d|w)$',
    description: 'take values together, such as 10m',
  },
  aggregate: {
    type: 'array',
    items: {type: 'string', enum: ['avg', 'min', 'max', 'count', 'sum']},
    description: 'what to make of the values that are taken together',
  },
  fill: {
    type: ['string', 'integer'],
    description: 'what stands where there is no value: null, none, previous, a number, or ~s:TEXT',
  },
  mode: {type: 'string', enum: ['merge', 'split'], description: 'one table, or one for each set of tags'},
  order_by: {type: 'string', enum: ['asc', 'desc'], description: 'oldest or newest first'},
  epoch: {type: 'string', enum: ['u', 'ms', 's'], description: 'unit of the times; left out, they are text'},
  limit: {type: 'integer', minimum: 1, maximum: 10_000, description: 'most rows to give'},
} as const satisfies Fields

export const tsdb = {
  service: 'Tsdb',
  alias: 'tsdb',
  summary: 'time series: metrics with tags',
  operations: {
    write: {
      summary: 'Write values of metrics at one moment',
      effect: {changes: 'write values to'},
      arguments: {
        metrics: {type: 'object', description: 'metrics with their values'},
        tags,
        ts: moment('when; left out, now'),
      },
      required: ['metrics'],
      container: {name: 'body', holds: ['metrics', 'tags', 'ts']},
      replies: {204: {description: 'done'}, ...failures},
    },
    query: {
      summary: 'Query values of metrics',
      arguments: queryArguments,
      required: ['metrics'],
      container: {name: 'body', holds: Object.keys(queryArguments)},
      replies: {
        200: {
          description: 'the values',
          schema: {
            type: 'object',
            properties: {
              metrics: {type: 'array', items: {type: 'string'}, description: 'which metrics'},
              tags: {type: 'object', description: 'tags that all of it has'},
              columns: {type: 'array', items: {type: 'string'}, description: 'time, and the metrics'},
              values: {type: ['array', 'object'], description: 'rows; without sampling, aggregates by metric'},
            },
          },
        },
        ...failures,
      },
    },
    listTags: {
      summary: 'List tags with their values',
      arguments: pageArguments,
      replies: {
        200: {
          description: 'the tags',
          schema: {
            type: 'object',
            properties: {
              tags: {type: 'object', description: 'values by tag'},
              next: {type: 'string', description: 'where the next page begins'},
            },
          },
        },
        ...failures,
      },
    },
    listMetrics: {
      summary: 'List metrics',
      arguments: pageArguments,
      replies: {
        200: {
          description: 'the metrics',
          schema: {
            type: 'object',
            properties: {
              metrics: {type: 'array', items: {type: 'string'}, description: 'their names'},
              next: {type: 'string', description: 'where the next page begins'},
            },
          },
        },
        ...failures,
      },
    },
  },
} as const satisfies ServiceFacts
