/**
 * Works on things side by side, so many at a time, as they come. Gives back the results in the order of the things. After
 * a failure nothing new is begun; what is under way is waited for, and the first failure thrown.
 */
export async function inParallel<T, R>(
  things: Iterable<T> | AsyncIterable<T>,
  width: number,
  work: (thing: T) => Promise<R>,
): Promise<R[]> {
  const source = Symbol.asyncIterator in things ? things[Symbol.asyncIterator]() : things[Symbol.iterator]()
  const results: R[] = []
  let begun = 0
  let isOver = false
  const worker = async () => {
    while (!isOver) {
      const next = await source.next()
      if (next.done === true) return
      const at = begun++
      results[at] = await work(next.value)
    }
  }
  const workers = Array.from({length: width}, () =>
    worker().finally(() => {
      isOver = true
    }),
  )
  const settled = await Promise.allSettled(workers)
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return results
}
