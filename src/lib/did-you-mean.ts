import {distance} from 'fastest-levenshtein'

/** The candidates nearest to a mistyped word, best first; at most three, none when nothing is near. */
export function nearest(word: string, candidates: Iterable<string>): string[] {
  const wanted = word.toLowerCase()
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  // Of those that differ in case only, the first.
  const apart = new Map([...candidates].toReversed().map((candidate) => [candidate.toLowerCase(), candidate]))
  return [...apart.values()]
    .map((candidate) => ({candidate, edits: edits(wanted, candidate.toLowerCase())}))
    .filter((near) => near.edits <= limit)
    .sort((a, b) => a.edits - b.edits || a.candidate.localeCompare(b.candidate))
    .slice(0, 3)
    .map((near) => near.candidate)
}

/** ` Did you mean a or b?`, or the empty string: made to end an error message. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates)
  return near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`
}

/** A word broken off early counts as near as one wrong letter, and so do two letters that changed places. */
function edits(word: string, candidate: string): number {
  const isNear = (word.length >= 3 && candidate.startsWith(word)) || isSwapped(word, candidate)
  return isNear ? 1 : distance(word, candidate)
}

function isSwapped(word: string, candidate: string): boolean {
  const at = [...word].findIndex((letter, index) => letter !== candidate[index])
  return at !== -1 && word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2) === candidate
}
