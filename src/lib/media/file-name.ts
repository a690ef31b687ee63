const longestBytes = 200

/** Control characters, what reverses the direction of text, and what separates parts of a path. */
const unwanted = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu

/** A name from elsewhere as the name of a file in a folder here: no path, nothing hidden, nothing that steers a terminal. */
export function localFileName(name: string, otherwise: string): string {
  const plain = name
    .replaceAll(unwanted, '_')
    .trim()
    .replace(/^\.+/, (dots) => '_'.repeat(dots.length))
  return /[^_]/.test(plain) ? shortened(plain) : otherwise
}

/** Cut in the middle of a name that is too long for file systems, so that its ending stays. */
function shortened(name: string): string {
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  let stem = name.slice(0, name.length - ending.length)
  while (Buffer.byteLength(stem + ending) > longestBytes) stem = [...stem].slice(0, -1).join('')
  return stem + ending
}
