/** A device of a product, as the management sees it. */
export interface Device {
  identity: string
  /** `whitelisted`, `provisioned`, `locked`, `devmode` or `reprovision`. */
  status?: string
  online?: boolean
  locked?: boolean
  /** Microseconds since 1970. */
  lastseen?: number
  auth?: {type?: string; expire?: number}
  devmode?: boolean
  reprovision?: boolean
}

export const deviceColumns = ['identity', 'status', 'online', 'locked', 'lastseen'] as const

/** What a device has reported, and what it is told. */
export interface ResourceState {
  reported?: string
  set?: string
  /** Microseconds since 1970. */
  timestamp?: number
}
