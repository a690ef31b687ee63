import {describe, expect, it} from 'vitest'
import {CliError} from '../../../src/lib/errors.ts'
import {reportError, type ErrorOutput} from '../../../src/lib/output/error.ts'
import {fakeTerminal} from './fake-terminal.ts'

const refused = new CliError('The service refused the brand.', {
  code: '400',
  exit: 6,
  status: 400,
  traceId: 'trace-1',
  hint: 'commsctl 10dlc brands show B1',
  details: ['ein: missing', 'phone: two\nlines'],
  cause: new Error('secret cause'),
})

async function reported(error: unknown, options: Partial<ErrorOutput> = {}, columns?: number) {
  const fake = fakeTerminal(columns === undefined ? {} : {columns})
  const exit = await reportError(error, {terminal: fake.terminal, format: 'table', debug: undefined, ...options})
  await fake.terminal.flush()
  return {exit, err: fake.err(), out: fake.out()}
}

describe('an error', () => {
  it('says for people what failed, why, and what to do', async () => {
    expect(await reported(refused)).toEqual({
      exit: 6,
      out: '',
      err: [
        'Error: The service refused the brand.',
        '  ein: missing',
        '  phone: two',
        '  lines',
        'Hint: commsctl 10dlc brands show B1',
        'Trace: trace-1',
        '',
      ].join('\n'),
    })
  })

  it.each(['json', 'ndjson'] as const)('is one line with the fields that scripts know, in %s', async (format) => {
    const {err} = await reported(refused, {format})
    expect(err.indexOf('\n')).toBe(err.length - 1)
    expect(JSON.parse(err)).toEqual({
      code: '400',
      message: 'The service refused the brand.',
      details: ['ein: missing', 'phone: two\nlines'],
      hint: 'commsctl 10dlc brands show B1',
      status: 400,
      trace_id: 'trace-1',
      retryable: false,
      exit: 6,
    })
  })

  it('that nobody foresaw is a bug and asks for a report', async () => {
    const {exit, err} = await reported(new TypeError('x is not a function'))
    expect(exit).toBe(1)
    expect(err).toMatch(/^Error: x is not a function\nHint: This is a bug in commsctl\./)
    expect(JSON.parse((await reported('thrown text', {format: 'json'})).err)).toMatchObject({
      code: 'bug',
      message: 'thrown text',
      exit: 1,
    })
  })

  it('shows its stack with --debug only', async () => {
    expect((await reported(refused)).err).not.toContain('error.test.ts')
    expect((await reported(refused, {debug: 'text'})).err).toContain('error.test.ts')
  })

  it('is coloured on a terminal', async () => {
    expect((await reported(refused, {}, 80)).err).toContain('\u001b[31m')
  })
})
