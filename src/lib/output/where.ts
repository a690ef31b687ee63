import {usageError} from '../errors.ts'
import {cellText} from './columns.ts'

/** `--where KEY=VALUE`. */
export interface Condition {
  key: string
  value: string
}

/** Throws a usage error for a text that is not KEY=VALUE. */
export function parseConditions(texts: readonly string[], usage = '--where'): Condition[] {
  return texts.map((text) => {
    const at = text.indexOf('=')
    if (at > 0) return {key: text.slice(0, at), value: text.slice(at + 1)}
    throw usageError(`${usage}: “${text}” is not KEY=VALUE.`, {hint: `Write for example ${usage} status=Active.`})
  })
}

/** Whether all conditions hold. One holds when a property of that name, anywhere inside the item, has that value as text, or is a list that has it. */
export function matches(item: unknown, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => holds(item, condition))
}

function holds(item: unknown, condition: Condition): boolean {
  if (typeof item !== 'object' || item === null) return false
  if (Array.isArray(item)) return item.some((inner) => holds(inner, condition))
  return Object.entries(item).some(
    ([key, value]) => (key === condition.key && isOrHas(value, condition.value)) || holds(value, condition),
  )
}

/** A list has what any of its elements is. */
function isOrHas(value: unknown, text: string): boolean {
  return asText(value) === text || (Array.isArray(value) && value.some((element) => asText(element) === text))
}

/** Null compares as the word; in a table it is shown as nothing. */
function asText(value: unknown): string {
  return value === null ? 'null' : cellText(value)
}
