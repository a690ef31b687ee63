import {asNamed, type Explained} from './explained.ts'

/** Words of errors of Murano. */
export const muranoWords: Readonly<Record<string, Explained>> = {
  'ambiguous-name': {meaning: 'Several have this name.', advice: 'Give the id of the one that is meant.'},
  'bad-project': {meaning: 'The project file, or a pattern in it, cannot be used.', advice: asNamed},
  'changed-there': {
    meaning: 'Somebody has changed it since it was pulled; nothing was pushed.',
    advice: 'Compare with commsctl murano diff, then pull.',
  },
  'code-needed': {
    meaning: 'The login has a second factor, and Murano has mailed a code.',
    advice: 'Run the same command again with --code CODE.',
  },
  conflicts: {
    meaning: 'It was changed both here and there, and left as it is here.',
    advice: 'Compare with commsctl murano diff.',
  },
  'key-lost': {
    meaning: 'A device is activated, but its key could not be stored.',
    advice: 'Revoke it, and activate it anew.',
  },
  'no-description': {
    meaning: 'The service does not say which operations it has.',
    advice: 'Call one all the same: commsctl murano call',
  },
  'no-such-service': {
    meaning: 'Murano has no such service.',
    advice: 'See what there is: commsctl murano services available',
  },
  'refused-statement': {meaning: 'The database does not understand the query.', advice: asNamed},
  'service-not-enabled': {
    meaning: 'The solution does not use the service.',
    advice: 'Enable it: commsctl murano services add',
  },
  'stream-lost': {
    meaning: 'The log cannot be reached any more.',
    advice: 'Go on later from where it broke off, as the hint says.',
  },
  'unknown-event': {meaning: 'The service has no such event.', advice: 'See all: commsctl murano events list'},
  'unknown-operation': {
    meaning: 'The service has no such operation.',
    advice: 'See those that it has: commsctl murano call SERVICE',
  },
}
