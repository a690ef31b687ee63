import {parsePhoneNumberWithError, ParseError, validatePhoneNumberLength} from 'libphonenumber-js/min'
import {usageError} from '../errors.ts'

/** The country of numbers that are written without one: the platform sells North American numbers. */
const homeCountry = 'US'

const reasons: Readonly<Record<string, string>> = {
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
  const text = typed.trim().replace(/^tel:/i, '')
  try {
    // Otherwise a number is looked for inside the text, and the rest of it passed over.
    const number = parsePhoneNumberWithError(text, {defaultCountry: homeCountry, extract: false})
    if (number.ext !== undefined) throw problem(`has the extension ${number.ext}, which cannot be sent to`)
    if (number.isValid()) return number.number
    const length = validatePhoneNumberLength(text, homeCountry) ?? ''
    throw problem(reasons[length] ?? `is of no range that is in use under +${number.countryCallingCode}`)
  } catch (error) {
    if (error instanceof ParseError) throw problem(reasons[error.message] ?? notANumber(text))
    throw error
  }
}

function notANumber(text: string): string {
  return /\p{L}/u.test(text) && /\d/.test(text)
    ? 'is not a phone number: write digits in place of the letters'
    : 'is not a phone number'
}
