import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type Choice} from '../input/prompt.ts'

/** What a campaign may be for, as the platform lists it for a brand. */
export interface UseCase {
  id: string
  name?: string
  description?: string
  min_sub_usecases?: number
  max_sub_usecases?: number
  /** Whether it may be one of the purposes of a campaign that has several. */
  valid_sub_usecase?: boolean
}

interface Purposes {
  usecase_id: string
  sub_usecase_ids?: string[] | undefined
}

/** Use cases as a prompt offers them. */
export function useCaseChoices(useCases: readonly UseCase[]): Choice<string>[] {
  return useCases.map(({id, description}) => ({name: id, value: id, description}))
}

/** The use cases that a campaign of several purposes may consist of. */
export function subUseCases(useCases: readonly UseCase[]): UseCase[] {
  return useCases.filter(({valid_sub_usecase, max_sub_usecases = 0}) => valid_sub_usecase ?? max_sub_usecases === 0)
}

/** How many others a use case is made of; any number where the platform does not say. Throws a usage error for one that it does not list. */
export function subUseCaseBounds(id: string, useCases: readonly UseCase[]): {min: number; max: number} {
  const {min_sub_usecases: min = 0, max_sub_usecases: max = Infinity} = useCaseOf(id, useCases)
  return {min, max}
}

function useCaseOf(id: string, useCases: readonly UseCase[]): UseCase {
  const found = useCases.find((useCase) => useCase.id.toLowerCase() === id.toLowerCase())
  if (found !== undefined) return found
  throw unknownUseCase('--usecase', id, useCases)
}

/** A campaign's purposes as the platform writes them. Throws a usage error where it would refuse them. */
export function checkedPurposes({usecase_id, sub_usecase_ids: subs = []}: Purposes, all: readonly UseCase[]): Purposes {
  const {id} = useCaseOf(usecase_id, all)
  const {min, max} = subUseCaseBounds(id, all)
  if (subs.length < min || subs.length > max) {
    const bounds = max === 0 ? 'takes none' : `takes ${min} to ${max}`
    throw usageError(`--sub-usecase: ${id} ${bounds}, and ${subs.length} were given.`, {code: 'wrong-sub-usecases'})
  }
  const allowed = subUseCases(all)
  const checked = subs.map((sub) => {
    const found = allowed.find((useCase) => useCase.id.toLowerCase() === sub.toLowerCase())
    if (found === undefined) throw unknownUseCase('--sub-usecase', sub, allowed)
    return found.id
  })
  return {usecase_id: id, ...(checked.length > 0 && {sub_usecase_ids: checked})}
}

function unknownUseCase(usage: string, id: string, known: readonly UseCase[]) {
  const ids = known.map((useCase) => useCase.id)
  return usageError(`${usage}: “${id}” is no use case that the brand qualifies for.${didYouMean(id, ids)}`, {
    code: 'unknown-value',
    hint: `There are ${ids.join(', ')}.`,
  })
}
