import {Config} from '@oclif/core/config'
import {type Program} from './program.ts'

/** oclif's configuration without its search for plugins and manifests: commands are found by their file names. */
export function oclifConfig({root, version}: Program): Config {
  const config = new Config({root})
  return Object.assign(config, {
    root,
    version,
    name: 'commsctl',
    bin: 'commsctl',
    dirname: 'commsctl',
    topicSeparator: ' ' as const,
    userAgent: `commsctl/${version}`,
    platform: process.platform,
    plugins: new Map(),
  })
}
