import {existsSync} from 'node:fs'
import {type Console} from '../console.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {findInHistory} from '../history/history-view.ts'
import {type Exchange} from './exchange.ts'
import {readHar} from './read-har.ts'

/** The requests of a recording, or of a command of the history where a number is given and there is no file of that name. */
export async function recordedRequests(source: string, {paths, terminal}: Console): Promise<Exchange[]> {
  if (/^\d+$/.test(source) && !existsSync(source)) return findInHistory(paths.history, Number(source)).requests
  return readHar(source, terminal)
}

/** The request of that number, from 1. Throws where there is none. */
export function requestOfNumber(exchanges: readonly Exchange[], number: number): Exchange {
  const found = exchanges[number - 1]
  if (found !== undefined) return found
  throw new CliError(`There is no request ${number}: there are ${exchanges.length}.`, {
    code: 'not-found',
    exit: ExitCode.NotFound,
  })
}
