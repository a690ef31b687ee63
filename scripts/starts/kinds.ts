/** A kind of command whose start is looked at: by how long it takes and by what it loads. */
export interface Kind {
  what: string
  args: readonly string[]
  /** Times bare `node -e 0` that it may take at most. */
  budget: number
}

/** One of each kind; `filing` is a file for the linter. Those that speak HTTP are led to a served sandbox by variables. */
export const kinds = (filing: string): readonly Kind[] => [
  {what: '`--version`', args: ['--version'], budget: 1.2},
  {what: '`--help`', args: ['--help'], budget: 2.2},
  {what: '`numbers --help`', args: ['numbers', '--help'], budget: 2.2},
  {what: '`numbers search --help`', args: ['numbers', 'search', '--help'], budget: 2.2},
  {what: 'completion of `numbers `', args: ['__complete', 'numbers', ''], budget: 2.2},
  {what: '`numbers search` over HTTP', args: ['numbers', 'search'], budget: 2.2},
  {what: '`10dlc lint` of one file', args: ['10dlc', 'lint', filing], budget: 2.2},
]
