import {type Console} from '../console.ts'
import {CliError} from '../errors.ts'
import {type HistoryRequest, type HistoryRow, historyRow, requestOf} from '../history/history-view.ts'
import {readHistory} from '../history/history-file.ts'
import {type ConfigRow, configRows} from '../profile/config-rows.ts'
import {type Finding} from './finding.ts'

/** So many of the last commands are of use to whoever helps. */
const commandsKept = 20

/** What support is given: no secrets, and nothing of what requests and replies held. */
export interface Bundle {
  made: string
  versions: Record<'commsctl' | 'node' | 'platform' | 'arch', string>
  findings: readonly Finding[]
  /** Secrets as `***`; empty where it is broken. */
  configuration: ConfigRow[]
  /** Names of the variables that steer commsctl. */
  variables: string[]
  history: BundledCommand[]
}

/** A command of the history, with its requests as far as they tell of the network. */
interface BundledCommand extends HistoryRow {
  requests: Omit<HistoryRequest, 'headers' | 'body'>[]
}

export function bundleOf(findings: readonly Finding[], console: Console): Bundle {
  const {version, arch, platform} = process
  return {
    made: new Date().toISOString(),
    versions: {commsctl: console.program.version, node: version, platform, arch},
    findings,
    configuration: configurationOf(console),
    variables: Object.keys(process.env)
      .filter((name) => steering.test(name))
      .sort(),
    history: readHistory(console.paths.history)
      .slice(0, commandsKept)
      .map((entry) => ({
        ...historyRow(entry),
        requests: entry.requests.map((exchange) => withoutContents(requestOf(exchange))),
      })),
  }
}

const steering = /^(COMMSCTL_.*|(HTTPS?|NO|ALL)_PROXY|NODE_.*|XDG_.*|NO_COLOR|FORCE_COLOR|CI|TERM|LANG|LC_.*)$/i

function configurationOf(console: Console): ConfigRow[] {
  try {
    return configRows(console.settings, console.config)
  } catch (error) {
    if (error instanceof CliError) return []
    throw error
  }
}

function withoutContents({time, attempt, method, url, status, milliseconds, failure}: HistoryRequest) {
  return {time, attempt, method, url, status, milliseconds, failure}
}
