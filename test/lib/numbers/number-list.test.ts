import {describe, expect, test} from 'vitest'
import {type CliError} from '../../../src/lib/errors.ts'
import {InputReader} from '../../../src/lib/input/read-value.ts'
import {readNumbers} from '../../../src/lib/numbers/number-list.ts'
import {fakeTerminal} from '../output/fake-terminal.ts'

function read(list: string): Promise<string[]> {
  const {terminal, stdin} = fakeTerminal()
  stdin.end(list)
  return readNumbers('-', 'NUMBERS', new InputReader(terminal, {}))
}

async function refusal(list: string): Promise<CliError> {
  const numbers = await read(list).catch((error: CliError) => error)
  if (numbers instanceof Error) return numbers
  throw new Error(`It was taken as ${numbers.join(' ')}.`)
}

const two = ['+19412340001', '+19412340002']

describe('a list of numbers', () => {
  test.each([
    ['one a line', '+19412340001\n941-234-0002\n'],
    ['lines that end as on Windows', '+19412340001\r\n+19412340002\r\n'],
    ['no line break at the end', '+19412340001\n+19412340002'],
    ['commas', '+19412340001,+19412340002'],
    ['semicolons and blanks', ' +19412340001 ; (941) 234-0002'],
    ['tabs', '+19412340001\t+19412340002'],
    ['quotes', '"+19412340001"\n"+19412340002"'],
    ['comments and empty lines', '# ours\n\n+19412340001 # desk\n   \n+19412340002\n# end'],
  ])('with %s', async (_, list) => expect(await read(list)).toEqual(two))

  test.each([
    ['as numbers list writes it', 'number,user_uuid\n+19412340001,eb29\n+19412340002,\n'],
    ['with another column first', 'site,Number\nFront desk,9412340001\n"Lab, back","+1 941 234 0002"\n'],
    ['as spreadsheets write it', '\uFEFF"Phone_Number","Note"\r\n"(941) 234-0001","a\r\nb"\r\n"(941) 234-0002",""\r\n'],
    ['with gaps and comments', 'did\n# first\n+19412340001\n\n+19412340002\n'],
  ])('that is CSV %s', async (_, list) => expect(await read(list)).toEqual(two))

  test('is refused whole, with each bad number and its line', async () => {
    const error = await refusal('+19412340001\n911\n# fine\nabc, 9412340002 x4\n')
    expect(error).toMatchObject({
      exit: 2,
      code: 'bad-number',
      message: '3 of 4 numbers are not right.',
      details: [
        'standard input:2: “911” is too short.',
        'standard input:4: “abc” is not a phone number.',
        'standard input:4: “9412340002 x4” has the extension 4, which cannot be sent to.',
      ],
    })
  })

  test('that is CSV names the lines of the file', async () => {
    const {details} = await refusal('name,number\n"a\nb",+19412340001\nc,911\n')
    expect(details).toEqual(['standard input:4: “911” is too short.'])
  })

  test('of another kind of file is refused in few lines', async () => {
    const error = await refusal(Array.from({length: 1000}, (_, line) => `row ${line}`).join('\n'))
    expect(error.message).toBe('1000 of 1000 numbers are not right.')
    expect(error.details).toHaveLength(21)
    expect(error.details.at(-1)).toBe('… and 980 more.')
  })

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\n'],
    ['comments', '# none yet\n'],
    ['a header', 'number,user_uuid\n'],
  ])('with %s only is refused', async (_, list) => {
    expect(await refusal(list)).toMatchObject({exit: 2, code: 'empty-input'})
  })
})
