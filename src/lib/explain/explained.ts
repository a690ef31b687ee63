/** What a code means, and what to do about it. */
export interface Explained {
  meaning: string
  advice: string
}
