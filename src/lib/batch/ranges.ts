/** Numbers of rows as stretches, from and to. */
export type Ranges = [from: number, to: number][]

/** Numbers in ascending order as stretches: a request of a hundred rows is one. */
export function rangesOf(numbers: readonly number[]): Ranges {
  const ranges: Ranges = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges
}

export function* inRanges(ranges: Ranges): Generator<number> {
  for (const [from, to] of ranges) for (let number = from; number <= to; number++) yield number
}
