import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type NumberedEntry} from '../history/history-file.ts'
import {historyDetails, requestLine} from '../history/history-view.ts'
import {errorWords} from './error-words.ts'
import {exitCodes} from './exit-codes.ts'
import {type Explained} from './explained.ts'
import {httpStatus} from './http-statuses.ts'

/** What is said of something that somebody came across. */
export interface Explanation extends Explained {
  code: string
  kind: 'exit code' | 'error' | 'HTTP status' | 'trace' | '10DLC rejection' | '10DLC rule'
  /** Of a trace: the commands of the history that belong to it. */
  commands?: string[]
  /** Of a trace: its requests and what became of them. */
  requests?: string[]
}

/** Whose code it is where it is none of others. */
const ruleOwner = 'commsctl'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Explains an exit code, the word of an error, an HTTP status, the id of a trace, or a code or rule of 10DLC. Throws a usage error for
 * anything else.
 */
export async function explain(typed: string, history: () => readonly NumberedEntry[]): Promise<Explanation> {
  const code = typed.trim().toLowerCase()
  if (uuid.test(code)) return explainTrace(code, history())
  const exit = exitCodes[code]
  if (exit !== undefined) return {code, kind: 'exit code', ...exit}
  const word = errorWords[code]
  if (word !== undefined) return {code, kind: 'error', ...word}
  const status = /^\d{3}$/.test(code) ? httpStatus(Number(code)) : undefined
  if (status !== undefined) {
    const {name, meaning, advice} = status
    return {code, kind: 'HTTP status', meaning: `${name}: ${meaning}`, advice}
  }
  return explainFiling(typed.trim())
}

/** What `10dlc explain` knows, in short. */
async function explainFiling(word: string): Promise<Explanation> {
  // All rules come with it.
  const {explainedWords, explanationOf} = await import('../tendlc/explanation.ts')
  const known = explanationOf(word)
  if (known === undefined) {
    throw usageError(
      `Nothing is known of “${word}”.${didYouMean(word, [...Object.keys(errorWords), ...explainedWords()])}`,
      {
        code: 'unknown-value',
        hint: 'Give an exit code, the code of an error, an HTTP status, a trace id, or a code of a 10DLC rejection.',
      },
    )
  }
  const {code, by, title, meaning, change} = known
  const kind = by === ruleOwner ? '10DLC rule' : '10DLC rejection'
  return {code, kind, meaning: `${title}: ${meaning}`, advice: `${change} More: commsctl 10dlc explain ${code}`}
}

function explainTrace(code: string, history: readonly NumberedEntry[]): Explanation {
  const found = history.filter(({trace_ids}) => trace_ids.includes(code)).map(historyDetails)
  if (found.length === 0) {
    return {
      ...{code, kind: 'trace', meaning: 'No command of the history of this machine belongs to it.'},
      advice: 'Somebody else may have run it, or longer than 30 days ago. Support can look it up at the service.',
    }
  }
  const failed = found.find(({exit}) => exit !== 0)
  const outcome = failed === undefined ? exitCodes[0] : (errorWords[failed.code ?? ''] ?? exitCodes[failed.exit])
  return {
    ...{code, kind: 'trace'},
    ...(outcome ?? {meaning: `Exit ${failed?.exit}.`, advice: 'See its requests below.'}),
    commands: found.map(({number, command_line, exit}) => `${number}: ${command_line} (exit ${exit})`),
    requests: found.flatMap(({requests}) => requests.map(requestLine)),
  }
}
