import {describe, expect, it} from 'vitest'
import {checkDate, checkDuration, checkEmail, checkInteger, checkUrl, checkUuid} from '../../../src/lib/input/checks.ts'

const usage = '--it'

describe('a uuid', () => {
  it('is given back in lower case', () => {
    expect(checkUuid(' 0F2C9A52-7F4E-4C8E-9F2B-1F2A3B4C5D6E ', usage)).toBe('0f2c9a52-7f4e-4c8e-9f2b-1f2a3b4c5d6e')
  })

  it.each([
    ['0f2c9a52-7f4e-4c8e-9f2b-1f2a3b4c5d6', 'it has 31 digits, not 32'],
    ['0f2c9a52-7f4e-4c8e-9f2b-1f2a3b4c5dOe', 'character 35, “O”, is not a hexadecimal digit'],
    ['0f2c9a527f4e4c8e9f2b1f2a3b4c5d6e', 'groups are not 8-4-4-4-12'],
    ['', '--it is empty'],
  ])('that is none says why: %s', (typed, why) => {
    expect(() => checkUuid(typed, usage)).toThrow(why)
  })
})

describe('an e-mail address', () => {
  it.each(['a@example.com', "o'brien+tag@mail.example.co.uk"])('%s is one', (typed) => {
    expect(checkEmail(typed, usage)).toBe(typed)
  })

  it.each(['example.com', '@example.com', 'a@example', 'a@.com', 'A <a@example.com>', 'a@b.com,c@d.com'])(
    '%s is none',
    (typed) => {
      expect(() => checkEmail(typed, usage)).toThrow('e-mail address')
    },
  )
})

describe('a URL', () => {
  it('is taken as typed', () => {
    expect(checkUrl('https://Example.com/a?b=1', usage)).toBe('https://Example.com/a?b=1')
  })

  it.each([
    ['example.com/hook', 'is not a URL'],
    ['ftp://example.com', 'begins with ftp:'],
    ['javascript:alert(1)', 'begins with javascript:'],
  ])('%s is none', (typed, why) => {
    expect(() => checkUrl(typed, usage)).toThrow(why)
  })
})

describe('an integer', () => {
  it('is checked against its bounds, which are allowed', () => {
    expect(checkInteger('10', usage, {min: 10, max: 10})).toBe(10)
    expect(checkInteger('-3', usage)).toBe(-3)
    expect(() => checkInteger('9', usage, {min: 10})).toThrow('is less than 10')
    expect(() => checkInteger('11', usage, {max: 10})).toThrow('is more than 10')
  })

  it.each(['ten', '1.5', '1e3', '0x10', '', '99999999999999999999'])('“%s” is none', (typed) => {
    expect(() => checkInteger(typed, usage)).toThrow('--it')
  })
})

describe('a date', () => {
  it.each(['2026-03-31', '2024-02-29', '2026-03-31T08:00Z', '2026-03-31T08:00:00.123+02:00', '2026-03-31 08:00'])(
    '%s is one',
    (typed) => {
      expect(checkDate(typed, usage)).toBe(typed)
    },
  )

  it.each([
    ['31.03.2026', 'is not a date'],
    ['2026-13-01', 'there is no month 13'],
    ['2025-02-29', 'that month has 28 days'],
    ['2026-03-31T24:00', 'is not a time of day'],
    ['yesterday', 'is not a date'],
  ])('%s is none', (typed, why) => {
    expect(() => checkDate(typed, usage)).toThrow(why)
  })
})

describe('a duration', () => {
  it.each([
    ['30s', 30_000],
    ['2m', 120_000],
    ['1.5h', 5_400_000],
    ['1d', 86_400_000],
    ['250ms', 250],
    ['45', 45_000],
  ])('%s is %i ms', (typed, milliseconds) => {
    expect(checkDuration(typed, usage)).toBe(milliseconds)
  })

  it.each(['', '-1s', '5 weeks', 'soon', 's'])('“%s” is none', (typed) => {
    expect(() => checkDuration(typed, usage)).toThrow('--it')
  })
})
