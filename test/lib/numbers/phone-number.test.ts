import {describe, expect, test} from 'vitest'
import {CliError} from '../../../src/lib/errors.ts'
import {toE164} from '../../../src/lib/numbers/phone-number.ts'

function refusal(typed: string): string {
  try {
    return `taken as ${toE164(typed, 'NUMBER')}`
  } catch (error) {
    expect(error).toBeInstanceOf(CliError)
    expect(error).toMatchObject({code: 'bad-number', exit: 2})
    return (error as CliError).message
  }
}

describe('a number is taken in any usual form', () => {
  test.each([
    '+19412340100',
    '9412340100',
    '19412340100',
    '(941) 234-0100',
    '941-234-0100',
    '941.234.0100',
    '941/234/0100',
    '1 941 234 0100',
    '+1 (941) 234-0100',
    '941‑234‑0100',
    ' 941 234 0100\t',
    'tel:+1-941-234-0100',
    'TEL:9412340100',
  ])('%s', (typed) => expect(toE164(typed, 'NUMBER')).toBe('+19412340100'))

  test.each([
    ['+44 20 7183 8750', '+442071838750'],
    ['+44 (0)20 7183 8750', '+442071838750'],
    ['011 44 20 7183 8750', '+442071838750'],
    ['+49 30 901820', '+4930901820'],
    ['+1 416 555 0123', '+14165550123'],
  ])('of other countries: %s', (typed, number) => expect(toE164(typed, 'NUMBER')).toBe(number))
})

describe('what is no number is refused with the reason', () => {
  test.each([
    ['911', 'is too short'],
    ['1', 'is too short'],
    ['+1941234010', 'is too short'],
    ['234-0100', 'is too short'],
    ['94123401001', 'is too long'],
    ['9412340100123', 'is too long'],
    ['+1 555 555 5555', 'is of no range that is in use under +1'],
    ['+44 20 7183 87501', 'is too long'],
    ['+999123456', 'has no country code that exists'],
    ['941 234 0100 x5', 'has the extension 5, which cannot be sent to'],
    ['tel:+1-941-234-0100;ext=12', 'has the extension 12, which cannot be sent to'],
    ['1-800-FLOWERS', 'is not a phone number: write digits in place of the letters'],
    ['call 9412340100 now', 'is not a phone number: write digits in place of the letters'],
    ['abc', 'is not a phone number'],
    ['9412340100, 9412340101', 'is not a phone number'],
    ['+', 'is not a phone number'],
    ['', 'is not a phone number'],
  ])('%s', (typed, reason) => expect(refusal(typed)).toBe(`NUMBER: “${typed}” ${reason}.`))
})
