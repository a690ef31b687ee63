import {isSecretName, MASK} from '../client/masking.ts'
import {type Console} from '../console.ts'
import {type Declaration, type Effect} from './declaration.ts'
import {grouped} from '../output/grouped.ts'

const shownAtMost = 5

/** Asks before a call that costs money or cannot be undone. Throws where the answer is no, or nobody can be asked. */
export async function confirmEffect(
  declaration: Pick<Declaration, 'effect' | 'parameters' | 'consequences'>,
  values: Readonly<Record<string, unknown>>,
  console: Console,
): Promise<void> {
  const effect = effectWith(declaration.effect, values)
  if (effect === undefined || !asksFirst(effect, console)) return
  const look = async () => (await declaration.consequences?.((await console.connection()).service, values)) ?? []
  await console.confirm(question(effect, subject(declaration, values)), look)
}

/** What is done with these values; undefined where that only reads. */
export function effectWith(effect: Effect | undefined, values: Readonly<Record<string, unknown>>): Effect | undefined {
  const does = effect?.told?.(values)
  if (effect === undefined || does === 'reads') return undefined
  return does === 'destroys' ? {...effect, destructive: true} : effect
}

/** Whether an effect is one that people are asked about beforehand: always, or with the profile in force. */
export function asksFirst(effect: Effect, console?: Pick<Console, 'isProduction'>): boolean {
  const {billable, destructive, disruptive} = effect
  const isAsked = billable === true || destructive === true || disruptive === true
  return isAsked || (effect.told !== undefined && console?.isProduction === true)
}

/** `Release +1941… and 7 more (it cannot be undone)?` `total`: how many there are, where not all are at hand. */
export function question(effect: Effect, things: readonly string[], total = things.length): string {
  const shown = things.slice(0, shownAtMost)
  const named = shown.join(', ')
  const more = total > shown.length ? ` and ${grouped(total - shown.length)} more` : ''
  const what = `${effect.changes.charAt(0).toUpperCase()}${effect.changes.slice(1)} ${named}${more}`.trim()
  const why = [
    ...(effect.billable ? ['it costs money'] : []),
    ...(effect.destructive ? ['it cannot be undone'] : []),
    ...(effect.disruptive ? ['it cuts people off'] : []),
  ]
  return `${what}${why.length > 0 ? ` (${why.join(', ')})` : ''}?`
}

/** What is acted on: the arguments; else the account or user; else what the body lists. Secrets are not shown. */
export function subject(
  {parameters}: Pick<Declaration, 'parameters'>,
  values: Readonly<Record<string, unknown>>,
): string[] {
  const all = Object.entries(parameters)
  const args = all.filter(([, {usage}]) => !usage.startsWith('--'))
  const scope = all.filter(([, {fallback}]) => fallback !== undefined)
  const listed = all.filter(([, {kind, many}]) => kind === 'body' && many)
  const named = [args, scope, listed].find((some) => some.length > 0) ?? []
  return named.flatMap(([name]) => (isSecretName(name) ? [MASK] : [values[name]].flat().flatMap(nameOf)))
}

/** What a question calls it: its text. Objects have none, nor has what was left out. */
function nameOf(thing: unknown): string[] {
  return typeof thing === 'string' || typeof thing === 'number' ? [String(thing)] : []
}
