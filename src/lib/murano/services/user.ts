import {type ServiceFacts} from '../service-facts.ts'
import {accountOperations} from './user-account-operations.ts'
import {assignmentOperations} from './user-assignment-operations.ts'
import {dataOperations} from './user-data-operations.ts'
import {roleOperations} from './user-role-operations.ts'

export const user = {
  service: 'User',
  alias: 'user',
  summary: 'end users of a solution, their roles and permissions',
  operations: {...accountOperations, ...dataOperations, ...roleOperations, ...assignmentOperations},
} as const satisfies ServiceFacts
