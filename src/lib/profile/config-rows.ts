import {text} from '../parameters.ts'
import {type Config, globalSettings} from './config-file.ts'
import {type Settings} from './settings.ts'

/** A setting with its value, secrets as `***`, and where it came from. */
export interface ConfigRow {
  key: string
  value: string | null
  origin: string
}

/** Which profile the `config` commands are about. */
export const aboutProfile = text('--profile', 'profile that it is about; the current one if left out', {
  char: 'p',
  valueName: 'NAME',
})

/** Every setting, the installation's own last. */
export function configRows(settings: Settings, config: Config): ConfigRow[] {
  const own = Object.entries(globalSettings).map(([key, [fallback]]) => {
    const value = config.settings[key as keyof typeof globalSettings]
    return {key, value: value ?? fallback, origin: value === undefined ? 'default' : 'config file'}
  })
  return [...settings.list().map(({value, ...row}) => ({...row, value: value ?? null})), ...own]
}
