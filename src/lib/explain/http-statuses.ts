import {STATUS_CODES} from 'node:http'
import {exitFor, isErrorStatus} from '../client/service-error.ts'
import {type Explained} from './explained.ts'
import {exitCodes} from './exit-codes.ts'

/** Where a status says more than the exit code that it leads to. */
const special: Readonly<Record<number, Explained>> = {
  202: {
    meaning: 'The service has taken it on and works on it.',
    advice: 'Commands wait for that; --no-wait does not. Read the thing to see whether it is there.',
  },
  400: {
    meaning: 'The service found something wrong with the request.',
    advice: 'The details of the error name the fields.',
  },
  401: {
    meaning: 'The service does not take the token, also after it was renewed.',
    advice: 'Log in again: commsctl login',
  },
  409: {
    meaning: 'It conflicts with what there is: mostly, it exists already or somebody else has changed it.',
    advice: 'Read what there is, then decide.',
  },
  412: {meaning: 'It was changed by somebody else meanwhile.', advice: 'Read it again, and make the change to that.'},
  422: {
    meaning: 'The request can be read, but a value in it will not do.',
    advice: 'The details of the error name the fields.',
  },
  429: {
    meaning: 'Too many requests. commsctl has waited and tried again, up to four times.',
    advice: 'Run the command again later, and less of it at the same time.',
  },
  504: {
    meaning: 'A gateway had no reply in time. The service may be at it still.',
    advice: 'Look whether it was done before you run it again.',
  },
}

/** What an HTTP status means here; undefined for what is none. */
export function httpStatus(status: number): (Explained & {name: string}) | undefined {
  const name = STATUS_CODES[status]
  if (name === undefined) return undefined
  if (special[status] !== undefined) return {name, ...special[status]}
  if (isErrorStatus(status)) return {name, ...exitCodes[exitFor(status)]!}
  return {
    name,
    meaning: status < 300 ? 'It worked.' : 'No error: the client acts on it by itself.',
    advice: 'There is nothing to do.',
  }
}
