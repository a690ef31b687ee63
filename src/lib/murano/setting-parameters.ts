import {text} from '../parameters.ts'
import {product, solution} from './parameters.ts'
import {namedSettings} from './setting.ts'

/** What names a setting. Only what the setting belongs to is needed. */
export function settingParameters() {
  return {
    setting: text('SETTING', `${namedSettings.join(', ')}, or the alias of a service for its parameters`),
    id: {...solution(), presence: 'optional'} as const,
    product_id: {...product(), presence: 'optional'} as const,
  }
}
