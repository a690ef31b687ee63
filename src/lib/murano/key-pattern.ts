/** Whether a key is like a pattern: `*` stands for any text, `?` for one character. */
export function keyPattern(pattern: string): (key: string) => boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  const form = new RegExp(`^${source}$`, 's')
  return (key) => form.test(key)
}
