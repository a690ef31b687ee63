/** A function that the platform runs by its name. */
export interface Lambda {
  name: string
}
