import {type Explained} from './explained.ts'

/** What the process exits with, by number as text. docs/scripting.md has the same, shorter. */
export const exitCodes: Readonly<Record<string, Explained>> = {
  0: {meaning: 'Done.', advice: 'There is nothing to do.'},
  1: {
    meaning: 'A bug in commsctl, or its output could not be written.',
    advice: 'Run the command again with --debug, and report it with what is printed.',
  },
  2: {
    meaning: 'Wrong usage, or a value that is refused here. Nothing was sent.',
    advice: 'The message names what is wrong; add --help to the command to see its flags.',
  },
  3: {
    meaning: 'Not authenticated: there are no credentials, or the service does not take them.',
    advice: 'Run commsctl login, and see with commsctl config list where the credentials come from.',
  },
  4: {
    meaning: 'Not permitted: the service knows who you are, and you may not do this.',
    advice: 'See who you are with commsctl whoami; use a profile that may, or ask for the permission.',
  },
  5: {
    meaning: 'Not found.',
    advice: 'See what there is with the list command of the same area, and whether it is the right account.',
  },
  6: {
    meaning: 'Refused by the service: 400, 409, 412, 422 and the like.',
    advice: 'The details name what it did not take. The same command will be refused again.',
  },
  7: {
    meaning: 'Rate limited, also after several tries.',
    advice: 'Wait, then run the command again: nothing was done.',
  },
  8: {
    meaning: 'Timed out, or the service is still working on it.',
    advice: 'Look how far it is before you run it again; allow more time with --timeout.',
  },
  9: {
    meaning: 'A part failed: some of many, or showing the result of what was done.',
    advice: 'What became of each is in the output. Run the command again with those that failed only.',
  },
  10: {
    meaning: 'The network failed, or the service did (5xx).',
    advice:
      'If the error says retryable, run the command again; if its code is ambiguous, look first whether it was done.',
  },
  11: {
    meaning: 'There are differences: of a plan, or of a recording that was repeated.',
    advice: 'They are in the output.',
  },
  129: {
    meaning: 'The terminal was closed (SIGHUP).',
    advice: 'Look what was done before you run it again: commsctl history has its requests.',
  },
  130: {
    meaning: 'Interrupted, or a question was answered with no.',
    advice: 'The message says what was done and what was not.',
  },
  143: {
    meaning: 'Ended by another program (SIGTERM), such as timeout.',
    advice: 'Look what was done before you run it again: commsctl history has its requests.',
  },
}
