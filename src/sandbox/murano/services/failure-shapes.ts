import {type FailureShape} from './declared-service.ts'

/** How services say that something is wrong: they do not agree. */

export const errorAndMessage: FailureShape = ({status, message}) => ({error: {code: status}, message})

export const messageAndStatusCode: FailureShape = ({status, message}) => ({message, status_code: String(status)})

export const messageAndStatus: FailureShape = ({status, message}) => ({message, statusCode: String(status)})

export const typeAndMessage: FailureShape = (failure) => ({type: typeOf(failure.status), message: failure.message})

/** What later services have in common. */
export const typeErrorAndStatus: FailureShape = ({status, message}) => ({type: typeOf(status), error: message, status})

const types: Readonly<Record<number, string>> = {400: 'BadRequest', 403: 'Forbidden', 404: 'NotFound', 409: 'Conflict'}

function typeOf(status: number): string {
  return types[status] ?? 'Error'
}
