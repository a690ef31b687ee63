/** What messages hold that a campaign must declare, as far as the samples show it. */
export function contentOf(samples: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const sample of samples) {
    if (/\bhttps?:\/\/|\bwww\./i.test(sample)) found.add('embedded_link')
    if (/\+?\d[\d\s().-]{7,}\d/.test(sample)) found.add('embedded_phone')
  }
  return found
}
