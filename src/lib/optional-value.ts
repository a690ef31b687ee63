/**
 * A command line in which a flag has a value: the parser knows no flag whose value may be left out. `takes` says whether the
 * next word is its value; else it is what the flag stands for alone.
 */
export function withValue(
  argv: readonly string[],
  flag: `--${string}`,
  {takes, alone}: {takes: (word: string) => boolean; alone: string},
): string[] {
  const at = argv.indexOf(flag)
  const end = argv.indexOf('--')
  if (at === -1 || (end !== -1 && end < at)) return [...argv]
  const next = argv[at + 1]
  return next !== undefined && takes(next)
    ? [...argv.slice(0, at), `${flag}=${next}`, ...argv.slice(at + 2)]
    : [...argv.slice(0, at), `${flag}=${alone}`, ...argv.slice(at + 1)]
}
