import {commonUseCases, type RegistryUseCase} from '../../lib/tendlc/registry-use-cases.ts'

/** What is wrong with a campaign's sub use cases, if anything. */
export function subUseCaseProblem(useCase: RegistryUseCase, subs: readonly string[]): string | undefined {
  const {id, min_sub_usecases: min, max_sub_usecases: max} = useCase
  if (max === 0) return subs.length > 0 ? `must be empty for the use case ${id}` : undefined
  if (subs.length < min || subs.length > max) return `must have ${min} to ${max} use cases for ${id}`
  const known = commonUseCases.map((candidate) => candidate.id)
  const unknown = subs.find((sub) => !known.includes(sub))
  if (unknown !== undefined) return `must not have ${unknown}; each is one of ${known.join(', ')}`
  return new Set(subs).size < subs.length ? 'must have each use case once' : undefined
}
