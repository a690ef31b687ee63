/** What users of an application can be, for certain values of its parameters. */
export interface Role {
  role_id: string
  parameter?: {name: string}[]
}
