import {type FastifyRequest} from 'fastify'
import {listOf, pattern, readBody, required, string} from './fields.ts'
import {badRequest, type FieldProblem} from './refusal.ts'

const mostNumbers = 100

/** E.164 of a number written in E.164 or with the ten digits of North America; undefined when it is neither. */
export function e164(text: string): string | undefined {
  if (/^\d{10}$/.test(text)) return `+1${text}`
  return /^\+[1-9]\d{6,14}$/.test(text) ? text : undefined
}

/** A field that holds one phone number, in either way of writing. */
export function phoneNumber() {
  return pattern(/^(\d{10}|\+[1-9]\d{6,14})$/, 'must be a phone number like +19412340001')
}

/** The numbers that a body lists in `field`, in E.164. Throws a 400 that names those that are none or are there twice. */
export function readNumbers(request: FastifyRequest, field: string): string[] {
  const {[field]: listed = []} = readBody(request, {[field]: required(listOf(string()))})
  if (listed.length > mostNumbers) {
    throw badRequest('There are too many numbers.', [{field, message: `must have at most ${mostNumbers} numbers`}])
  }
  const numbers = listed.map((text) => e164(text) ?? '')
  const problems = eachProblem(field, numbers, (number, index) => {
    if (number === '') return `${listed[index] ?? ''} is not a phone number like +19412340001`
    return numbers.indexOf(number) < index ? `${number} is there twice` : undefined
  })
  if (problems.length > 0) throw badRequest('Some numbers are not valid.', problems)
  return numbers
}

/** What is wrong with elements of a list, by the name that details give them, e.g. `numbers[2]`. */
export function eachProblem<Element>(
  field: string,
  elements: readonly Element[],
  problem: (element: Element, index: number) => string | undefined,
): FieldProblem[] {
  return elements.flatMap((element, index) => {
    const message = problem(element, index)
    return message === undefined ? [] : [{field: `${field}[${index}]`, message}]
  })
}
