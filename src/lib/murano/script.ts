import {prose} from '../parameters.ts'

/** A module or an event handler. */
export interface Script {
  id: string
  name: string
  /** `SOLUTION_NAME`. */
  alias: string
  /** The Lua text; not in lists. */
  script?: string
  created_at?: string
  updated_at?: string
}

/** `--script`, the Lua text of something. */
export function script() {
  return prose('--script', 'Lua text; - reads it from standard input, @FILE from a file', {required: true})
}
