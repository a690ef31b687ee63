import {bulkWords} from './bulk-words.ts'
import {asNamed, type Explained} from './explained.ts'
import {muranoWords} from './murano-words.ts'

const help = 'Add --help to the command to see what it takes.'
const list = 'See what there is with the list command of the same area.'

/** The words that errors have as their `code`. Those of the service are its own. */
export const errorWords: Readonly<Record<string, Explained>> = {
  ...bulkWords,
  ...muranoWords,
  'already-registered': {meaning: 'The account has a brand already.', advice: 'Show it: commsctl 10dlc brands get'},
  ambiguous: {
    meaning: 'A request that must not be repeated has lost its reply: it may have been carried out.',
    advice: 'Look whether it was done before you run the command again.',
  },
  'bad-contacts': {meaning: 'The file does not hold contacts that can be read.', advice: asNamed},
  'unknown-columns': {meaning: 'The file has none of the columns that are looked for in it.', advice: asNamed},
  'bad-file': {meaning: 'A file of commsctl’s own is broken or cannot be used.', advice: asNamed},
  'bad-folder': {meaning: 'A folder that commsctl keeps things in cannot be used.', advice: asNamed},
  'bad-har': {
    meaning: 'The file is no recording (HAR).',
    advice: 'Make one with --har FILE, or save one in a browser.',
  },
  'bad-host': {
    meaning: 'The host is no URL.',
    advice: 'Write it like https://api.example.com; commsctl config list shows where it comes from.',
  },
  'bad-location': {
    meaning: 'The service named a place that is not followed: it is not encrypted, or no URL.',
    advice: 'Report it to the service with the trace id.',
  },
  'bad-number': {meaning: 'It is no phone number.', advice: 'Write numbers like +19412340001.'},
  'bad-profile-name': {
    meaning: 'No profile can have this name.',
    advice: 'Use letters, digits, dots, dashes and underscores.',
  },
  'bad-proxy': {
    meaning: 'A variable such as HTTPS_PROXY is set, and does not name a proxy.',
    advice: 'Write it like http://proxy.example.com:3128, or unset it.',
  },
  'bad-reply': {
    meaning: 'The reply is not what the service gives: something in between may have answered, or it broke off.',
    advice: 'See the reply with --debug.',
  },
  'bad-request': {meaning: 'The request could not be put together.', advice: asNamed},
  'brand-not-verified': {
    meaning: 'Campaigns need a verified brand.',
    advice: 'See where it stands: commsctl 10dlc brands get',
  },
  bug: {
    meaning: 'commsctl has a fault.',
    advice: 'Run the command again with --debug, and report it with what is printed.',
  },
  'cannot-listen': {
    meaning: 'The port is taken, or not yours.',
    advice: 'Choose another with --port; 0 takes a free one.',
  },
  certificate: {
    meaning: 'The certificate of the host is not trusted.',
    advice: 'Name the file of your own authority in NODE_EXTRA_CA_CERTS.',
  },
  'conflicting-fields': {meaning: 'A field of the body is given both as a value and as an object.', advice: asNamed},
  'empty-input': {
    meaning: 'Standard input or a file is empty.',
    advice: 'See what the command before it in the pipe has printed.',
  },
  'file-changed': {
    meaning: 'A file was changed while it was sent.',
    advice: 'Run the command again when nobody writes to it.',
  },
  'file-exists': {
    meaning: 'A file of that name is there already.',
    advice: 'Choose another name, or --overwrite where the command has it.',
  },
  'incomplete-download': {
    meaning: 'A download broke off.',
    advice: 'Run the same command again: it goes on where it broke off.',
  },
  'insecure-host': {meaning: 'Plain http goes to this machine only.', advice: 'Use https.'},
  interrupted: {
    meaning: 'It was interrupted, or a question was answered with no.',
    advice: 'The hint says what was done.',
  },
  'invalid-records': {meaning: 'Records of the file cannot be loaded into the sandbox.', advice: asNamed},
  'invalid-value': {meaning: 'A value is not of the kind that is needed.', advice: asNamed},
  jq: {
    meaning: 'The jq program is wrong, or does not fit the data.',
    advice: 'Leave --jq out and add -o json to see the data.',
  },
  locked: {meaning: 'Another commsctl is at the same file.', advice: 'Run the command again when that has ended.'},
  'malformed-csv': {meaning: 'The file is no CSV that can be read.', advice: asNamed},
  masked: {
    meaning: 'The line comes from the history, where its secrets are not kept.',
    advice: 'Type the secret in place of ***, or leave its flag out to be asked.',
  },
  'missing-value': {meaning: 'Something that must be given is not there, and nobody can be asked.', advice: help},
  'needs-confirmation': {
    meaning: 'It would be asked about, and nobody can be asked here.',
    advice: 'Add --yes when it is meant.',
  },
  'needs-production-ok': {
    meaning: 'The profile is marked as production, where --yes is not enough.',
    advice: 'Add --production-ok when it is meant, or leave --yes out.',
  },
  nested: {
    meaning: 'The command runs others, and cannot itself be run by one of those.',
    advice: 'Run it by itself, outside of the shell.',
  },
  network: {
    meaning: 'No connection was made, or it broke off.',
    advice: 'See whether the host answers; the hint has a command for that.',
  },
  'newer-config': {meaning: 'A newer commsctl has written the config file.', advice: 'Update commsctl.'},
  'newer-sandbox': {
    meaning: 'A newer commsctl has made the sandbox.',
    advice: 'Update commsctl, or run: commsctl sandbox reset',
  },
  'no-keychain': {
    meaning: 'The system has no keychain that can be used.',
    advice: 'Run: commsctl config set secret-store file',
  },
  'no-sms-number': {meaning: 'The user has no number to send from.', advice: 'Give one with --from, or set a default.'},
  'no-such-role': {meaning: 'There is no such role.', advice: list},
  'not-a-sandbox': {meaning: 'The file is no sandbox.', advice: 'Move it away, or run: commsctl sandbox reset'},
  'not-authenticated': {
    meaning: 'There are no credentials that may go to this host.',
    advice: 'Log in: commsctl login',
  },
  'not-carried-out': {
    meaning: 'The reply was lost, and the service shows that nothing was done.',
    advice: 'Run the same command again.',
  },
  'not-found': {meaning: 'What was asked for is not among what there is.', advice: list},
  'not-in-history': {meaning: 'The history has no such command.', advice: 'See what there is: commsctl history'},
  'not-set': {meaning: 'The setting has no value.', advice: 'See all: commsctl config list'},
  'open-secrets-file': {
    meaning: 'Others may read the file with secrets.',
    advice: 'The hint has the command that closes it.',
  },
  'other-host': {
    meaning: 'The credentials are for another host than the settings lead to.',
    advice: 'See where they come from: commsctl config list',
  },
  output: {
    meaning: 'Standard output cannot be written to: mostly, the disk is full.',
    advice: 'Make room, and run the command again.',
  },
  'partly-failed': {meaning: 'Some of many failed.', advice: 'What became of each is in the output.'},
  pending: {
    meaning: 'The service is still working on it.',
    advice: 'Look again later, or allow more time with --timeout.',
  },
  'platform-text': {meaning: 'The text may not be changed: the platform has its own.', advice: asNamed},
  'read-only-profile': {
    meaning: 'The profile is marked as read-only: nothing that changes anything is sent with it.',
    advice: 'Choose another with --profile, or take the mark away: commsctl profiles set NAME --no-read-only',
  },
  redirected: {
    meaning: 'The host sends requests elsewhere, and that was not followed.',
    advice: 'See whether the host is right: commsctl config list',
  },
  'registration-refused': {
    meaning: 'The registration was refused.',
    advice: 'The details say why; mend that, and file it again.',
  },
  'sandbox-only': {
    meaning: 'Only the sandbox can do this: platforms have no such call.',
    advice: 'Add --profile sandbox.',
  },
  'shell-syntax': {
    meaning: 'The line uses what only a shell of the system does, such as a pipe or a variable.',
    advice: 'Put it into quotes to mean the characters themselves.',
  },
  'standard-input-taken': {
    meaning: 'Standard input holds the lines of the shell, and cannot be read by one of its commands.',
    advice: 'Give a file in its place: @FILE.',
  },
  timeout: {
    meaning: 'There was no reply in time.',
    advice: 'Allow more with --timeout, or see whether the host answers.',
  },
  'too-few-numbers': {
    meaning: 'There are fewer numbers to be had than were asked for.',
    advice: 'Search with fewer conditions.',
  },
  'unexpected-argument': {meaning: 'There are more arguments than the command takes.', advice: help},
  'unknown-column': {meaning: 'There is no such column.', advice: 'The message names those there are.'},
  'unknown-command': {meaning: 'There is no such command.', advice: 'Find it: commsctl search WORDS'},
  'unknown-delivery': {
    meaning: 'The sandbox has no such delivery.',
    advice: 'See what there is: commsctl sandbox deliveries list',
  },
  'unknown-fault': {
    meaning: 'The sandbox has no such fault.',
    advice: 'See what there is: commsctl sandbox faults list',
  },
  'unknown-field': {meaning: 'There is no such field.', advice: 'See all with --template.'},
  'unknown-flag': {meaning: 'The command has no such flag.', advice: help},
  'unknown-lambda': {
    meaning: 'The sandbox has no such function.',
    advice: 'Show those there are: commsctl lambdas list',
  },
  'unknown-message': {
    meaning: 'The sandbox has sent no such message.',
    advice: 'See what there is: commsctl sandbox outbox list',
  },
  'unknown-number': {meaning: 'There is no such number.', advice: list},
  'unknown-profile': {meaning: 'There is no such profile.', advice: 'See all: commsctl profiles list'},
  'unknown-setting': {meaning: 'There is no such setting.', advice: 'See all: commsctl config list'},
  'unknown-value': {meaning: 'It is not one of the values that are possible.', advice: 'The message names them.'},
  'unreadable-file': {meaning: 'A file does not exist or may not be read.', advice: asNamed},
  'unwritable-file': {meaning: 'A file cannot be written.', advice: asNamed},
  usage: {meaning: 'The command line is not right.', advice: help},
  'wrong-sub-usecases': {
    meaning: 'The sub use cases do not go with the use case.',
    advice: 'See which do: commsctl 10dlc enums',
  },
}
