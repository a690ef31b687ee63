/** All rows of a source, in order. (`Array.fromAsync` needs Node 22.) */
export async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const row of rows) all.push(row)
  return all
}
