/** What a code means, and what to do about it. */
export interface Explained {
  meaning: string
  advice: string
}

export const asNamed = 'The message says what is wrong and where.'
