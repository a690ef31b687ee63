import {type JsonObject} from '../../lib/client/wire.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Store} from '../store.ts'

/** What is set for a solution as a whole. */
export interface SolutionSettings {
  solution_id: string
  cors: JsonObject
  env: JsonObject
}

export const solutionSettings: CollectionSpec<SolutionSettings> = {
  name: 'murano_solution_settings',
  id: 'solution_id',
  indexes: [],
}

const firstCors: JsonObject = {
  origin: true,
  methods: ['HEAD', 'GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'],
  headers: ['Content-Type', 'Cookie', 'Authorization'],
  credentials: true,
}

/** The settings of a solution: those that nobody has changed are as at first. */
export function settingsOf(store: Store, solutionId: string): SolutionSettings {
  return store.collection(solutionSettings).get(solutionId) ?? {solution_id: solutionId, cors: firstCors, env: {}}
}
