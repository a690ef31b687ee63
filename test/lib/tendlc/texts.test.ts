import {describe, expect, test} from 'vitest'
import {contentOf} from '../../../src/lib/tendlc/content.ts'
import {fieldsWithPlatformTexts} from '../../../src/lib/tendlc/platform-texts.ts'
import {registrationState} from '../../../src/lib/tendlc/registration-state.ts'
import {messageFlowFor, repliesFor} from '../../../src/lib/tendlc/replies.ts'

const brand = {brand_name: 'Acme Dental', phone_number: '+19412340001', website: 'https://acme.example'}

describe('replies from the brand', () => {
  const {opt_in_message: optIn, opt_out_message: optOut, help_message: help} = repliesFor(brand)

  test.each([
    [
      'after opting in: brand, frequency, rates, HELP and STOP',
      optIn,
      ['Acme Dental', 'frequency', 'data rates', 'HELP', 'STOP'],
    ],
    ['after opting out: brand and the end of messages', optOut, ['Acme Dental', 'no more messages']],
    ['to HELP: brand and how to reach it', help, ['Acme Dental', '+19412340001', 'https://acme.example']],
  ])('name what reviewers look for %s', (_, reply, words) => {
    for (const word of words) expect(reply).toContain(word)
    expect(reply.length).toBeGreaterThanOrEqual(20)
    expect(reply.length).toBeLessThanOrEqual(255)
  })

  test('and the draft of the opt-in are none of the platform’s own texts', () => {
    expect(fieldsWithPlatformTexts({...repliesFor(brand), message_flow: messageFlowFor(brand)})).toEqual([])
  })
})

test('the draft of the opt-in has what reviewers look for, in the length that they take', () => {
  const draft = messageFlowFor(brand)
  for (const word of [
    'https://acme.example',
    'unticked',
    'Acme Dental',
    'frequency',
    'data rates',
    'HELP',
    'STOP',
    'Privacy',
  ])
    expect(draft).toContain(word)
  expect(draft.length).toBeGreaterThanOrEqual(40)
  expect(draft.length).toBeLessThanOrEqual(2048)
})

test('the platform’s own texts are known by how they begin, in their own fields only', () => {
  const optIn = 'You are now opted-in.\n\nFor help, reply HELP.'
  expect(
    fieldsWithPlatformTexts({opt_in_message: optIn, help_message: 'Acme: call us.', opt_out_message: null}),
  ).toEqual(['opt_in_message'])
  expect(fieldsWithPlatformTexts({description: optIn})).toEqual([])
})

test.each([
  ['see https://acme.example/a', ['embedded_link']],
  ['see www.acme.example', ['embedded_link']],
  ['call (941) 234-0001 today', ['embedded_phone']],
  ['call +1 941.234.0001', ['embedded_phone']],
  ['your code is 123456, valid for 10 minutes', []],
  ['see you on 2026-05-01 at 9:30', []],
])('a sample that says “%s” holds %j', (sample, found) => {
  expect([...contentOf(['Hello.', sample])]).toEqual(found)
})

test.each([
  [undefined, 'unknown'],
  ['UNVERIFIED', 'pending'],
  ['IN_REVIEW', 'pending'],
  ['verified', 'done'],
  ['VETTED_VERIFIED', 'done'],
  ['ACTIVE', 'done'],
  ['FAILED', 'failed'],
  ['REJECTED', 'failed'],
])('the status %s counts as %s', (status, state) => expect(registrationState(status)).toBe(state))
