import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {checkEmail, checkUuid} from '../input/checks.ts'
import {outputFormats} from '../output/format.ts'
import {parameter, type Parameter} from '../parameter.ts'
import {checkHost} from './host.ts'
import {settingFlag} from './setting-names.ts'
import {type ProfileField, profileFields, settingDefinition} from './settings-table.ts'

type FieldFlags = Readonly<Record<ProfileField, Parameter<string, 'optional', undefined>>>

/** A flag for each field that a profile may hold. */
export const fieldFlags = Object.fromEntries(
  profileFields.map((field) => {
    const flag = settingFlag(field)
    const spec = {kind: 'text', check: (typed: string) => checkFieldValue(field, typed, flag)} as const
    return [field, parameter<string, typeof flag, object>(flag, settingDefinition(field).summary, {}, spec)]
  }),
) as FieldFlags

/** The value as it is stored. `usage` names it in the usage error for one that the field cannot have. */
export function checkFieldValue(field: ProfileField, typed: string, usage: string): string {
  if (settingDefinition(field).host) return checkHost(typed, usage)
  if (field === 'account' || field === 'user') return checkUuid(typed, usage)
  if (field === 'email' || field === 'murano_email') return checkEmail(typed, usage)
  if (field === 'output') return checkOutput(typed, usage)
  if (typed.trim() !== '') return typed.trim()
  throw usageError(`${usage} is empty.`)
}

function checkOutput(typed: string, usage: string): string {
  if ((outputFormats as readonly string[]).includes(typed)) return typed
  const near = didYouMean(typed, outputFormats)
  throw usageError(`${usage}: “${typed}” is no output format; there are ${outputFormats.join(', ')}.${near}`)
}
