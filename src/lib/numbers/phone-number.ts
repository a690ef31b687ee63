import {parsePhoneNumberWithError, ParseError} from 'libphonenumber-js/min'
import {usageError} from '../errors.ts'

/** The country of numbers that are written without one: the platform sells North American numbers. */
const homeCountry = 'US'

const reasons: Readonly<Record<string, string>> = {
  NOT_A_NUMBER: 'is not a phone number',
  INVALID_COUNTRY: 'has no country code that exists',
  TOO_SHORT: 'is too short',
  TOO_LONG: 'is too long',
  INVALID_LENGTH: 'has a length that its country does not use',
}

/** The number in E.164 (`+19412340001`), from any usual way to write it. Throws a usage error that says what is wrong. */
export function toE164(typed: string, usage: string): string {
  const problem = (reason: string) =>
    usageError(`${usage}: “${typed}” ${reason}.`, {
      code: 'bad-number',
      hint: 'Write numbers like +19412340001 or (941) 234-0001.',
    })
  try {
    const number = parsePhoneNumberWithError(typed, homeCountry)
    if (number.isValid()) return number.number
    throw problem(`is not a number that ${number.country ?? 'any country'} gives out`)
  } catch (error) {
    if (error instanceof ParseError) throw problem(reasons[error.message] ?? 'is not a phone number')
    throw error
  }
}
