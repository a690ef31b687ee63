import {checkEmail} from '../input/checks.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {parameter} from '../parameter.ts'
import {choice} from '../parameters.ts'

export const mfaTypes = ['EMAIL', 'SMS'] as const

/** Where a user gets the codes for multi-factor authentication. */
export interface MfaSource {
  type: (typeof mfaTypes)[number]
  source: string
  active: boolean
}

export const mfaSourceColumns: readonly ColumnSpec<MfaSource>[] = ['type', 'source', 'active']

/** What an account demands of its users. */
export interface MfaPolicy {
  required: string[]
}

/** `--source`: an e-mail address, or a phone number in any usual form; sent in E.164, so that it is found again. */
export function mfaSource(summary: string) {
  return parameter<string, '--source', {required: true; valueName: string}>(
    '--source',
    summary,
    {required: true, valueName: 'ADDRESS|NUMBER'},
    {
      kind: 'text',
      check: async (typed) =>
        typed.includes('@')
          ? checkEmail(typed, '--source')
          : (await import('../numbers/phone-number.ts')).toE164(typed, '--source'),
    },
  )
}

/** `--require`, repeated: kinds of MFA. `none` stands for no kind, so that leaving the flag out never lifts a demand. */
export function requiredMfa() {
  const kind = choice('--require', 'kind that users must have (repeat for more)', [...mfaTypes, 'none'])
  return parameter<string[], '--require', {required: true; valueName: string}>(
    '--require',
    kind.summary,
    {required: true, valueName: 'KIND'},
    {
      kind: 'choice',
      options: kind.options!,
      many: true,
      check: async (typed, input) => {
        const value = await kind.check(typed, input)
        return value === 'none' ? [] : [value]
      },
    },
  )
}
