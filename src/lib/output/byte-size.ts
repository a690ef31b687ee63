const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** A number of bytes as people read it: `712 bytes`, `1.2 MB`. */
export function byteSize(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  const value = bytes / 1000 ** power
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`
}
