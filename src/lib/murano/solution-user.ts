/** Somebody who uses an application: not a user of Murano. */
export interface SolutionUser {
  id: string | number
  name?: string
  email?: string
  /** 1 once the address is confirmed. */
  status?: number
}

export const solutionUserColumns = ['id', 'name', 'email', 'status'] as const
