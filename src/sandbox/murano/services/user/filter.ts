import {type JsonObject, type JsonValue} from '../../../../lib/client/wire.ts'
import {refused} from '../failure.ts'

/** Values are compared as text. */
type Test = (found: string, wanted: string) => boolean

const tests: Readonly<Record<string, Test>> = {
  eq: isEqual,
  '=': isEqual,
  ne: (found, wanted) => !isEqual(found, wanted),
  like: (found, wanted) => likeness(wanted).test(found),
  in: (found, wanted) => wanted.split(',').some((each) => isEqual(found, each.trim())),
  gt: (found, wanted) => Number(found) > Number(wanted),
  ge: (found, wanted) => Number(found) >= Number(wanted),
  lt: (found, wanted) => Number(found) < Number(wanted),
  le: (found, wanted) => Number(found) <= Number(wanted),
}

/** What tells whether a user is as all conditions say; each is FIELD::OPERATOR::VALUE. Throws a 400 for others. */
export function filterOf(conditions: readonly string[]): (view: JsonObject) => boolean {
  const parsed = conditions.map((condition) => {
    const [field = '', operator = '', ...value] = condition.split('::')
    const test = Object.hasOwn(tests, operator) ? tests[operator] : undefined
    if (field === '' || value.length === 0) throw refused(`The filter ${condition} is not FIELD::OPERATOR::VALUE.`)
    if (!test) throw refused(`The filter ${condition} needs one of the operators ${Object.keys(tests).join(', ')}.`)
    return (view: JsonObject) => Object.hasOwn(view, field) && test(textOf(view[field] ?? ''), value.join('::'))
  })
  return (view) => parsed.every((isMet) => isMet(view))
}

function isEqual(found: string, wanted: string): boolean {
  return found.toLowerCase() === wanted.toLowerCase()
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** As LIKE of SQL has it: `%` is anything, `_` one letter. */
function likeness(text: string): RegExp {
  const source = text
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('%', '.*')
    .replaceAll('_', '.')
  return new RegExp(`^${source}$`, 'is')
}
