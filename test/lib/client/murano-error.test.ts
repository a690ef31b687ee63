import {expect, test} from 'vitest'
import {serviceError} from '../../../src/lib/client/service-error.ts'

const context = {host: 'murano', idempotent: true, traceId: 't'} as const

test.each([
  [
    'bizapi',
    {statusCode: 400, message: 'Validation errors', errors: ['label is too long']},
    'Validation errors',
    ['label is too long'],
  ],
  ['User', {message: 'no such user', status_code: '400'}, 'no such user', []],
  ['Keystore', {error: {command: 'foo'}, message: 'unknown command'}, 'unknown command', ['command: foo']],
  ['Keystore, in text', {error: 'foo is none', message: 'unknown command'}, 'unknown command', ['foo is none']],
  ['Timer', {type: 'timer_error', message: 'no such timer'}, 'no such timer', []],
  ['later services', {type: 'ValidationError', error: 'bad key', status: 400}, 'bad key', []],
])('an error of %s says what went wrong', (_, body, message, details) => {
  const error = serviceError({status: 400, headers: {}, text: JSON.stringify(body)}, context)
  expect(error).toMatchObject({message, details, exit: 6, status: 400})
})

test.each([
  ['plain text of a gateway', 'upstream timed out', 'upstream timed out'],
  ['XML of S3', '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>', 'Access Denied'],
])('%s is shown without its markup', (_, text, said) => {
  const {message} = serviceError({status: 400, headers: {}, text}, context)
  expect(message).toContain(said)
  expect(message).not.toContain('<')
})

test('a token that has ended is mended by a login to Murano', () => {
  const error = serviceError({status: 401, headers: {}, text: ''}, context)
  expect(error).toMatchObject({exit: 3, hint: 'Log in again: commsctl murano login'})
})
