import {asNamed, type Explained} from './explained.ts'

const seeService = 'See what the service holds before you do anything again.'

/** Words of errors of batches, the ledger, filings and plans. */
export const bulkWords: Readonly<Record<string, Explained>> = {
  'bad-row': {meaning: 'A row of the file cannot be read.', advice: asNamed},
  'bad-rows': {meaning: 'Some rows are not right, and nothing was sent.', advice: asNamed},
  'changed-file': {
    meaning: 'The file of rows is another than when the job was begun.',
    advice: 'Bring it back as it was, or begin anew with the rows that are left.',
  },
  'damaged-journal': {meaning: 'A journal was changed after it was written, or cut.', advice: seeService},
  'in-another-campaign': {
    meaning: 'A number can be in one campaign at a time.',
    advice: 'Take it out of the other: commsctl 10dlc campaigns unassign',
  },
  'job-over': {
    meaning: 'The job is finished or cancelled.',
    advice: 'Try rows that failed again: --retry-failed with its file of outcomes.',
  },
  'lint-errors': {
    meaning: 'The filing would be rejected.',
    advice: 'Mend what is named; commsctl 10dlc lint --fix does what is safe.',
  },
  'literal-secret': {
    meaning: 'A secret stands in a file that others may read.',
    advice: 'Name where it is kept in its place.',
  },
  'max-cost': {
    meaning: 'It would cost more than was allowed; nothing was sent.',
    advice: 'Give fewer rows, or ask for less; or allow more.',
  },
  'missing-secret': {
    meaning: 'A file refers to a secret that is not stored here.',
    advice: 'Store it: commsctl config secrets set NAME',
  },
  'missing-variable': {meaning: 'A variable of the file has no value.', advice: 'Give it with --var NAME=VALUE.'},
  'no-undo': {meaning: 'Nothing takes back what was done.', advice: 'See what it was: commsctl ledger list'},
  'not-a-filing': {
    meaning: 'The file has no brand and no campaign where they belong.',
    advice: 'Write one to start from: commsctl 10dlc draft',
  },
  'not-kept': {
    meaning: 'A job does not keep secrets, and one is needed to go on.',
    advice: 'Resume it at a terminal, where it can be asked for.',
  },
  'other-changes': {
    meaning: 'What the plan would do is no longer what was agreed to.',
    advice: 'Look at it anew, and apply it: commsctl plan',
  },
  'other-profile': {
    meaning: 'The job was begun with another profile or host.',
    advice: 'Go on with the one that the message names.',
  },
  'same-file': {meaning: 'A file would be written that is read from.', advice: 'Name another file to write.'},
  undone: {meaning: 'It is undone already.', advice: 'See by what: commsctl ledger list'},
  'unknown-call': {
    meaning: 'The job was begun by a version of commsctl that has other commands.',
    advice: 'Go on with that version.',
  },
  'unknown-rule': {
    meaning: 'The linter has no such rule.',
    advice: 'The linter names the rule behind each finding: commsctl 10dlc lint',
  },
  'unsure-rows': {meaning: 'Some rows may have been done; nothing was sent.', advice: seeService},
  'unwritable-journal': {
    meaning: 'What is done cannot be written down, so no more was done.',
    advice: 'Make room on the disk, then go on: commsctl jobs list',
  },
  'unwritable-ledger': {
    meaning: 'What costs money or cannot be undone is written down first, and that failed: nothing was sent.',
    advice: 'Make room on the disk, or make the file one that you may write to.',
  },
}
