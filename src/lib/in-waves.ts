/** Does something with each thing, so many side by side, and gives back what comes of it, in order. */
export async function* inWaves<Thing, Result>(
  things: readonly Thing[],
  width: number,
  work: (thing: Thing) => Promise<Result>,
): AsyncGenerator<Result> {
  for (let at = 0; at < things.length; at += width) yield* await Promise.all(things.slice(at, at + width).map(work))
}
