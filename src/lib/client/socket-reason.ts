/** Why a connection was not made or broke off, in a few words, by the code of Node’s error; its own words for any other. */
export function socketReason({code = '', message}: Pick<NodeJS.ErrnoException, 'code' | 'message'>): string {
  return reasons[code] ?? (message === '' ? code : message)
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection broke off',
  ENOTFOUND: 'the name cannot be resolved',
  EAI_AGAIN: 'the name cannot be resolved',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no network',
  ETIMEDOUT: 'no answer came in time',
  ABORT_ERR: 'no answer came in time',
}
