import {type CollectionSpec} from '../collection.ts'
import {type Store} from '../store.ts'

/** A script that other scripts of the solution require by its name. */
export interface Module {
  id: string
  solution_id: string
  /** Of nested ones, with dots. */
  name: string
  /** `SOLUTION_NAME`. */
  alias: string
  script: string
  created_at: string
  updated_at: string
}

export const modules: CollectionSpec<Module> = {name: 'murano_modules', id: 'id', indexes: ['solution_id', 'alias']}

export function modulesOf(store: Store, solutionId: string): Module[] {
  return store.collection(modules).find({where: {solution_id: solutionId}})
}
