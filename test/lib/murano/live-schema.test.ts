import {expect, test} from 'vitest'
import {type JsonObject} from '../../../src/lib/client/wire.ts'
import {argumentRows, operationRows} from '../../../src/lib/murano/describe-operation.ts'
import {readLiveSchema} from '../../../src/lib/murano/live-schema.ts'

const event = {
  description: 'A key has changed',
  parameters: [{name: 'told', schema: {properties: {key: {type: 'string'}}}}],
}

const swagger: JsonObject = {
  swagger: '2.0',
  definitions: {Point: {type: 'object', properties: {x: {type: 'number'}, next: {$ref: '#/definitions/Point'}}}},
  parameters: {Key: {name: 'key', in: 'path', required: true, type: 'string', pattern: '^[a-z]+$'}},
  paths: {
    '/{key}': {
      parameters: [{$ref: '#/parameters/Key'}],
      put: {
        operationId: 'set',
        summary: 'Set',
        parameters: [
          {
            name: 'body',
            in: 'body',
            required: true,
            schema: {
              required: ['value'],
              properties: {
                value: {description: 'anything'},
                ip: {type: 'string', format: 'ipv4', pattern: '^(['},
                at: {$ref: '#/definitions/Point'},
              },
            },
          },
        ],
      },
      get: {operationId: 'secret', 'x-internal-use': true},
    },
    '/many': {
      post: {
        operationId: 'setMany',
        parameters: [{name: 'keys', in: 'body', schema: {type: 'array', items: {type: 'string'}}}],
      },
    },
    '/free': {
      post: {
        operationId: 'store',
        parameters: [
          {name: 'body', in: 'body', schema: {type: 'object', additionalProperties: true}},
          {name: 'whole', in: 'body', 'x-exosite-expand-body-parameters': false, schema: {properties: {a: {}}}},
        ],
      },
    },
    '/broken': {post: 'nothing', get: {summary: 'has no name'}},
  },
  'x-events': [{name: 'changed', ...event}],
}

const {operations, events} = readLiveSchema(swagger)

test('operations are those that are for everybody, with what they take', () => {
  expect(operationRows({operations, events})).toEqual([
    {operation: 'set', arguments: 'key value [ip] [at]', summary: 'Set'},
    {operation: 'setMany', arguments: '[keys]', summary: ''},
    {operation: 'store', arguments: '[whole] [*]', summary: ''},
  ])
})

test('fields of a body stand beside the other arguments; an array, and what is not to be taken apart, keeps its name', () => {
  expect(operations.map(({arguments: fields}) => Object.keys(fields))).toEqual([
    ['key', 'value', 'ip', 'at'],
    ['keys'],
    ['whole'],
  ])
  expect(argumentRows(operations[1]!)).toMatchObject([{argument: 'keys', type: 'string[]', required: false}])
  expect(operations[2]!.others).toEqual({})
})

test('patterns are kept; those that are none, and formats that are not known here, are passed over', () => {
  expect(operations[0]!.arguments['key']).toEqual({type: 'string', pattern: '^[a-z]+$'})
  expect(operations[0]!.arguments['ip']).toEqual({type: 'string'})
})

test('a schema that refers to itself comes to an end', () => {
  expect(JSON.stringify(operations[0]!.arguments['at'])).toContain('"next"')
})

test('events are read as a list and by their names; what is no description has none', () => {
  const told = [
    {name: 'changed', summary: 'A key has changed', parameter: 'told', fields: {key: {type: 'string'}}, required: []},
  ]
  expect(events).toEqual(told)
  expect(readLiveSchema({'x-events': {changed: event}}).events).toEqual(told)
  expect(readLiveSchema({})).toEqual({operations: [], events: []})
})
