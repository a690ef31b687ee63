import {usageError} from '../errors.ts'
import {type InputReader} from '../input/read-value.ts'
import {toE164} from './phone-number.ts'

/**
 * Phone numbers from one argument: a number, or with `-` and `@FILE`, all numbers of standard input or a file, one a
 * line or separated by commas; `#` begins a comment. Throws one usage error that names every bad number and its line.
 */
export async function readNumbers(typed: string, usage: string, input: InputReader): Promise<string[]> {
  if (typed !== '-' && !typed.startsWith('@')) return [toE164(typed, usage)]
  const text = await input.value(typed, usage)
  const source = typed === '-' ? 'standard input' : typed.slice(1)
  const good: string[] = []
  const bad: string[] = []
  for (const {number, line} of entries(text)) {
    try {
      good.push(toE164(number, `${source}:${line}`))
    } catch (error) {
      bad.push((error as Error).message)
    }
  }
  if (bad.length > 0)
    throw usageError(`${bad.length} of ${good.length + bad.length} numbers are not right.`, {
      code: 'bad-number',
      details: bad,
    })
  if (good.length === 0) throw usageError(`${usage}: ${source} holds no numbers.`)
  return good
}

function entries(text: string): {number: string; line: number}[] {
  return text.split(/\r?\n/).flatMap((content, index) =>
    content
      .replace(/#.*/, '')
      .split(/[,;\t]/)
      .map((number) => ({number: number.trim(), line: index + 1}))
      .filter(({number}) => number !== ''),
  )
}
