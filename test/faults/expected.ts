import {type BlowName} from './kinds.ts'
import {type Outcome} from './strike.ts'

/** What each kind of fault must come to. */
export type Table = Readonly<Record<BlowName, Outcome>>

/** Nothing is changed: what can be read in the end is read. */
export const whenReading: Table = {
  'no fault': [0, '', 1, 0],
  'a 503 once': [0, '', 1, 1],
  'a 500 for ever': [10, '500', 0, 3],
  'a 502 once, when it is done': [0, '', 1, 1],
  'a 503 that breaks off, for ever': [10, '503', 0, 3],
  'no reply, and not done': [8, 'timeout', 0, 0],
  'no reply, and done': [8, 'timeout', 0, 0],
  'a broken connection once': [0, '', 1, 1],
  'a broken connection for ever': [10, 'network', 0, 3],
  'a broken connection once, when it is done': [0, '', 1, 1],
  'a broken connection for ever, when it is done': [10, 'network', 0, 3],
  'half a reply once': [0, '', 1, 1],
  'half a reply for ever': [10, 'bad-reply', 0, 3],
  'a 429 once': [0, '', 1, 1],
  'a 429 that asks for a second': [0, '', 1, 1],
  'a 429 for ever': [7, '429', 0, 3],
}

/** Sent again until a reply comes: at the end of the attempts it may be done. */
export const whenRepeatable: Table = {
  ...whenReading,
  'no reply, and done': [8, 'timeout', 1, 0],
  'a broken connection for ever, when it is done': [10, 'network', 1, 3],
  'half a reply for ever': [10, 'bad-reply', 1, 3],
}

/** Sent once, unless the service said that it did nothing. */
export const whenCreating: Table = {
  'no fault': [0, '', 1, 0],
  'a 503 once': [10, 'ambiguous', 0, 0],
  'a 500 for ever': [10, 'ambiguous', 0, 0],
  'a 502 once, when it is done': [10, 'ambiguous', 1, 0],
  'a 503 that breaks off, for ever': [10, 'ambiguous', 0, 0],
  'no reply, and not done': [10, 'ambiguous', 0, 0],
  'no reply, and done': [10, 'ambiguous', 1, 0],
  'a broken connection once': [10, 'ambiguous', 0, 0],
  'a broken connection for ever': [10, 'ambiguous', 0, 0],
  'a broken connection once, when it is done': [10, 'ambiguous', 1, 0],
  'a broken connection for ever, when it is done': [10, 'ambiguous', 1, 0],
  'half a reply once': [10, 'ambiguous', 1, 0],
  'half a reply for ever': [10, 'ambiguous', 1, 0],
  'a 429 once': [0, '', 1, 1],
  'a 429 that asks for a second': [0, '', 1, 1],
  'a 429 for ever': [7, '429', 0, 3],
}

/** What a lost reply would have said is read back. */
export const whenSettling: Table = {
  ...whenCreating,
  'a 503 once': [10, 'not-carried-out', 0, 0],
  'a 500 for ever': [10, 'not-carried-out', 0, 0],
  'a 502 once, when it is done': [0, '', 1, 0],
  'a 503 that breaks off, for ever': [10, 'not-carried-out', 0, 0],
  'no reply, and done': [0, '', 1, 0],
  'a broken connection once': [10, 'not-carried-out', 0, 0],
  'a broken connection for ever': [10, 'not-carried-out', 0, 0],
  'a broken connection once, when it is done': [0, '', 1, 0],
  'a broken connection for ever, when it is done': [0, '', 1, 0],
  'half a reply once': [0, '', 1, 0],
  'half a reply for ever': [0, '', 1, 0],
}

/** Deleted the second time, it is not found: then the first time did it. */
export const whenDeleting: Table = {
  ...whenRepeatable,
  'half a reply for ever': [0, '', 1, 1],
}

/** A deletion that answers with nothing has no reply that could be cut in half. */
export const whenReplyIsEmpty: Table = {
  ...whenDeleting,
  'half a reply once': [0, '', 1, 0],
  'half a reply for ever': [0, '', 1, 0],
}

/** A refresh token that was used is lost with the reply to it: then only a login helps. */
export const whenRenewing: Table = {
  ...whenReading,
  'a 502 once, when it is done': [3, 'not-authenticated', 0, 1],
  'a broken connection once, when it is done': [3, 'not-authenticated', 0, 1],
  'a broken connection for ever, when it is done': [10, 'network', 0, 3],
  'half a reply once': [3, 'not-authenticated', 0, 1],
  'half a reply for ever': [3, 'not-authenticated', 0, 1],
}
