/** A part of the platform. */
export interface Subsystem {
  /** Such as `voice-api`. */
  name: string
  description?: string
  /** What its paths begin with. */
  path?: string
}
