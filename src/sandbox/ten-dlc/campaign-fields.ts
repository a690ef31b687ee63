import {type FastifyRequest} from 'fastify'
import {webAddress} from '../contact-fields.ts'
import {boolean, type Field, listOf, readBody, required, string} from '../fields.ts'
import {type FieldProblem} from '../refusal.ts'
import {type RegistryUseCase} from '../../lib/tendlc/registry-use-cases.ts'
import {subUseCaseProblem} from './use-cases.ts'

const sample = () => string({min: 20, max: 1024})
const autoReply = () => required(string({min: 20, max: 320}))

const fields = {
  display_name: required(string({max: 255})),
  description: required(string({min: 40, max: 4096})),
  message_flow: required(string({min: 40, max: 2048})),
  usecase_id: required(string()),
  sub_usecase_ids: listOf(string()),
  sample_msg1: sample(),
  sample_msg2: sample(),
  sample_msg3: sample(),
  sample_msg4: sample(),
  sample_msg5: sample(),
  terms_link: webAddress(),
  privacy_link: webAddress(),
  sub_opt_in: alwaysTrue(),
  sub_opt_out: alwaysTrue(),
  sub_help: alwaysTrue(),
  num_pooling: flag(false),
  direct_lending: flag(false),
  embedded_link: flag(false),
  embedded_phone: flag(false),
  aff_marketing: flag(false),
  age_gated: flag(false),
  auto_renewal: flag(true),
  opt_in_keywords: keywords('START'),
  opt_out_keywords: keywords('STOP'),
  help_keywords: keywords('HELP'),
  opt_in_message: autoReply(),
  opt_out_message: autoReply(),
  help_message: autoReply(),
}

/** A campaign as it is filed. */
export type CampaignFields = ReturnType<typeof readBody<typeof fields>>

export const sampleNames = ['sample_msg1', 'sample_msg2', 'sample_msg3', 'sample_msg4', 'sample_msg5'] as const

/** The campaign that a body files, for a brand with these use cases. Throws a 400 with all that is wrong. */
export function readCampaign(request: FastifyRequest, useCases: readonly RegistryUseCase[]): CampaignFields {
  return readBody(request, fields, (given) => [...useCaseProblems(given, useCases), ...sampleProblems(given)])
}

function useCaseProblems(
  {usecase_id: id, sub_usecase_ids: subs = []}: Partial<CampaignFields>,
  useCases: readonly RegistryUseCase[],
): FieldProblem[] {
  if (id === undefined) return []
  const useCase = useCases.find((candidate) => candidate.id === id)
  if (!useCase) {
    const message = `must be one that the brand qualifies for: ${useCases.map((known) => known.id).join(', ')}`
    return [{field: 'usecase_id', message}]
  }
  const message = subUseCaseProblem(useCase, subs)
  return message === undefined ? [] : [{field: 'sub_usecase_ids', message}]
}

function sampleProblems(given: Partial<CampaignFields>): FieldProblem[] {
  const samples = sampleNames.filter((name) => given[name] !== undefined)
  if (samples.length === 0)
    return [{field: 'sample_msg1', message: 'is required: a campaign needs one sample at least'}]
  return samples.flatMap((field, index) => {
    const same = samples.slice(0, index).find((earlier) => given[earlier] === given[field])
    return same === undefined ? [] : [{field, message: `must not be the same as ${same}`}]
  })
}

function flag(whenMissing: boolean): Field<boolean> {
  return (value) => {
    const result = boolean()(value)
    return 'problem' in result ? result : {value: result.value ?? whenMissing}
  }
}

/** Carriers insist on opt-in, opt-out and help. */
function alwaysTrue(): Field<true> {
  return (value = true) => (value === true ? {value} : {problem: 'must be true'})
}

/** Words between commas, of which one is what carriers expect. */
function keywords(expected: string): Field<string> {
  return (value = expected) => {
    if (typeof value !== 'string' || value.length > 255) return {problem: 'must be words with commas between them'}
    const words = value.split(',').map((word) => word.trim())
    const isWrong = words.some((word) => !/^[a-z0-9]+$/i.test(word))
    if (isWrong) return {problem: 'must be words of letters and digits, with commas between them'}
    return words.some((word) => word.toUpperCase() === expected) ? {value} : {problem: `must have ${expected}`}
  }
}
