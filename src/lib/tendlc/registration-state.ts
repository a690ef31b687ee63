/** Where a brand's or campaign's registration stands, as far as waiting goes. */
export type RegistrationState = 'pending' | 'done' | 'failed' | 'unknown'

const done = new Set(['VERIFIED', 'VETTED_VERIFIED', 'SELF_DECLARED', 'ACTIVE', 'APPROVED'])
const failed = new Set(['FAILED', 'REJECTED', 'DECLINED', 'SUSPENDED', 'EXPIRED'])

/** What a `status` means. A platform that tells none leaves it unknown; a word that is not known counts as pending. */
export function registrationState(status: string | undefined): RegistrationState {
  if (status === undefined) return 'unknown'
  const word = status.toUpperCase()
  return done.has(word) ? 'done' : failed.has(word) ? 'failed' : 'pending'
}
