import {type Config} from '@oclif/core/config'
import {type Program} from './program.ts'

/** As much of oclif's configuration as our commands use: they are found by their files, not by its search for plugins. */
export function oclifConfig({root, version}: Program): Config {
  return {root, version, name: 'commsctl', bin: 'commsctl', dirname: 'commsctl'} as unknown as Config
}
