import {type InputReader} from './input/read-value.ts'
import {type Asker} from './input/prompt.ts'
import {type Network} from './network.ts'
import {type Terminal} from './output/terminal.ts'
import {type RunRecord} from './recording/run-record.ts'

/**
 * What a run has around it that is one of several in this process, as the lines of a shell are. A run without it has the
 * process to itself.
 */
export interface Surroundings {
  terminal: Terminal
  /** Reads what values stand for. */
  input: InputReader
  /** What it shares with the others on the way to services. */
  network: Network
  /** Where it names no profile: this one, and this account of it. */
  profile?: string | undefined
  account?: string | undefined
  /** Aborted when the run is no longer wanted; Ctrl-C, unless there is one. */
  signal?: AbortSignal | undefined
  /** Answers questions; people at the terminal, unless there is one. */
  asker?: Asker | undefined
  /** Takes a failure in place of stderr. */
  failed?: ((error: unknown) => void) | undefined
  /** Told when the run is over. */
  ended?: ((record: RunRecord) => void) | undefined
}
