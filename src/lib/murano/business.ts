/** A business by itself: not what the user is in it. */
export interface Business {
  bizid: string
  name: string
  tier?: string
}
