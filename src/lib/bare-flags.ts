import {type Parameters} from './parameter.ts'

/** A command line in which flags whose value may be left out have one: the parser knows none of that kind. */
export function withBareValues(argv: readonly string[], parameters: Parameters): string[] {
  const end = argv.indexOf('--')
  const own = end === -1 ? argv : argv.slice(0, end)
  const bare = new Map(
    Object.values(parameters).flatMap(({usage, bare}) => (bare === undefined ? [] : [[usage, bare] as const])),
  )
  const words = own.map((word, at) => {
    const isAlone = own[at + 1]?.startsWith('-') ?? true
    return bare.has(word) && isAlone ? `${word}=${bare.get(word)}` : word
  })
  return [...words, ...argv.slice(own.length)]
}
