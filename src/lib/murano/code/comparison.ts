/** What became of an item since it was the same here and there. */
export type Change = 'same' | 'added' | 'changed' | 'deleted'

/** An item here, there, and as it was when both were last the same; checksums, undefined where it is not. */
export interface Versions {
  local: string | undefined
  remote: string | undefined
  base: string | undefined
}

export interface Comparison {
  here: Change
  there: Change
}

/** Tells on which side an item has changed. What is in both places and was never seen the same has changed on both. */
export function compare({local, remote, base}: Versions): Comparison {
  if (local === remote) return {here: 'same', there: 'same'}
  return {here: changeOf(local, base), there: changeOf(remote, base)}
}

function changeOf(now: string | undefined, base: string | undefined): Change {
  if (now === base) return 'same'
  if (base === undefined) return 'added'
  return now === undefined ? 'deleted' : 'changed'
}

export function isSame({here, there}: Comparison): boolean {
  return here === 'same' && there === 'same'
}

/** Whether either side would lose something that the other does not know of. */
export function isConflict({here, there}: Comparison): boolean {
  return here !== 'same' && there !== 'same'
}

const letters: Readonly<Record<Change, string>> = {same: ' ', added: 'A', changed: 'M', deleted: 'D'}

/** Two letters as in `git status --short`: what happened here, and what happened there. */
export function codeOf({here, there}: Comparison): string {
  return `${letters[here]}${letters[there]}`
}

/** `changed here`, `added there`, `changed here, deleted there`. */
export function inWords({here, there}: Comparison): string {
  const words = [...(here === 'same' ? [] : [`${here} here`]), ...(there === 'same' ? [] : [`${there} there`])]
  return words.length === 0 ? 'same' : words.join(', ')
}
