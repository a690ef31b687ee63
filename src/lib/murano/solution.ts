/** An application or a product, as the list of a business has it. */
export interface Solution {
  /** The id inside the business. */
  sid: string
  /** The id everywhere else: the same since 2017. Services say either. */
  apiId?: string
  api_id?: string
  name?: string
  label?: string
  type: string
  domain?: string
}

export const solutionColumns = ['sid', 'name', 'type', 'domain'] as const

/** What a solution is called in requests. */
export function idOf({apiId, api_id, sid}: Solution): string {
  return apiId ?? api_id ?? sid
}

/** What people may call it. */
export function namesOf({name, label, domain}: Solution): string[] {
  const host = domain?.split('.')[0]
  return [name, label, host].filter((one) => one !== undefined)
}
