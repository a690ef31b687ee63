const works = new Set<() => void>()

/** Has work done when the process ends, unless it is called off: gives back what does that. Any number share one listener. */
export function atExit(work: () => void): () => void {
  if (works.size === 0) process.once('exit', doAll)
  works.add(work)
  return () => {
    works.delete(work)
    if (works.size === 0) process.off('exit', doAll)
  }
}

function doAll(): void {
  works.forEach((work) => work())
}
