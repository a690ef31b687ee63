/** What messages hold that a campaign must declare, as far as the samples show it. */
export async function contentOf(samples: readonly string[]): Promise<Set<'embedded_link' | 'embedded_phone'>> {
  const {findPhoneNumbersInText} = await import('libphonenumber-js/min')
  const found = new Set<'embedded_link' | 'embedded_phone'>()
  for (const sample of samples) {
    if (/\bhttps?:\/\/|\bwww\./i.test(sample)) found.add('embedded_link')
    if (findPhoneNumbersInText(sample, 'US').length > 0) found.add('embedded_phone')
  }
  return found
}
