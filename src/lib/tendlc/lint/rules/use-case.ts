import {didYouMean} from '../../../did-you-mean.ts'
import {commonUseCases, useCasesOf} from '../../registry-use-cases.ts'
import {entityTypes} from '../../registry-lists.ts'
import {subUseCases, type UseCase} from '../../use-case.ts'
import {campaignRule, elementsOf, type Facts, type Fields, type Level, type Problem, textOf} from '../rule.ts'

/** The use cases to choose from: the platform's for the brand, or those that the registry has for its kind. */
function useCasesFor({brand, useCases}: Facts): {known: readonly UseCase[]; level: Level} {
  if (useCases !== undefined) return {known: useCases, level: 'error'}
  const type = entityTypes.find((one) => one === textOf(brand, 'organization_type').toUpperCase())
  const all = type === undefined ? entityTypes.flatMap((one) => useCasesOf(one)) : useCasesOf(type)
  return {known: [...new Map(all.map((one) => [one.id, one])).values()], level: 'warning'}
}

function find(id: string, known: readonly UseCase[]): UseCase | undefined {
  return known.find((one) => one.id.toUpperCase() === id.toUpperCase())
}

function countProblem(campaign: Fields, facts: Facts): Problem[] {
  const field = 'sub_usecase_ids'
  const useCase = find(textOf(campaign, 'usecase_id'), useCasesFor(facts).known)
  if (useCase === undefined) return []
  const {id, min_sub_usecases: min = 0, max_sub_usecases: max = Infinity} = useCase
  const {length} = elementsOf(campaign, field)
  if (length >= min && length <= max) return []
  const message =
    max === 0 ? `${id} takes no sub use cases.` : `${id} takes ${min} to ${max} sub use cases, and there are ${length}.`
  return [
    {field, message, fix: max === 0 ? 'Take them out, or file it as MIXED.' : 'List as many of them as it takes.'},
  ]
}

function subProblems(campaign: Fields, facts: Facts): Problem[] {
  const {known, level} = useCasesFor(facts)
  const allowed = facts.useCases === undefined ? commonUseCases : subUseCases(known)
  const ids = elementsOf(campaign, 'sub_usecase_ids')
  return ids.flatMap(({field, text}, index): Problem[] => {
    if (ids.findIndex((one) => one.text === text) < index) {
      return [{field, message: `${text} is there twice.`, fix: 'Take one of them out.'}]
    }
    if (find(text, allowed) !== undefined) return []
    const names = allowed.map(({id}) => id)
    return [
      {
        field,
        level,
        message: `“${text}” is no sub use case.${didYouMean(text, names)}`,
        fix: `Take one of ${names.join(', ')}.`,
      },
    ]
  })
}

export const useCaseRules = [
  campaignRule({
    id: 'use-case-listed',
    level: 'error',
    summary: 'The use case is one that the brand qualifies for',
    code: '30900',
    check(campaign, facts) {
      const field = 'usecase_id'
      const id = textOf(campaign, field)
      const {known, level} = useCasesFor(facts)
      const found = find(id, known)
      if (id === '' || found?.id === id) return []
      if (found !== undefined) {
        return [
          {
            field,
            message: `“${id}” is not in capital letters.`,
            fix: `Write ${found.id}.`,
            mend: found.id,
            level: 'warning',
          },
        ]
      }
      const names = known.map((one) => one.id)
      const message = `“${id}” is no use case that the brand qualifies for.${didYouMean(id, names)}`
      return [{field, level, message, fix: 'Take one that “commsctl 10dlc brands usecases” lists.'}]
    },
    examples: {
      good: [{campaign: {usecase_id: '2FA'}}],
      bad: [
        {campaign: {usecase_id: 'CUSTOMERCARE'}},
        {campaign: {usecase_id: 'customer_care'}},
        {campaign: {usecase_id: 'CHARITY'}},
      ],
    },
  }),
  campaignRule({
    id: 'sub-use-case-count',
    level: 'error',
    summary: 'MIXED has 2 to 5 sub use cases, LOW_VOLUME 1 to 5, and others none',
    code: '30900',
    check: countProblem,
    examples: {
      good: [{campaign: {usecase_id: 'LOW_VOLUME', sub_usecase_ids: ['CUSTOMER_CARE']}}],
      bad: [
        {campaign: {usecase_id: 'MIXED', sub_usecase_ids: ['CUSTOMER_CARE']}},
        {campaign: {usecase_id: 'LOW_VOLUME'}},
        {campaign: {sub_usecase_ids: ['2FA']}},
      ],
    },
  }),
  campaignRule({
    id: 'sub-use-case-listed',
    level: 'error',
    summary: 'Sub use cases are listed, each once',
    code: '30900',
    check: subProblems,
    examples: {
      good: [{campaign: {usecase_id: 'MIXED', sub_usecase_ids: ['CUSTOMER_CARE', '2FA']}}],
      bad: [
        {campaign: {usecase_id: 'MIXED', sub_usecase_ids: ['CUSTOMER_CARE', 'LOW_VOLUME']}},
        {campaign: {usecase_id: 'MIXED', sub_usecase_ids: ['2FA', '2FA']}},
      ],
    },
  }),
  campaignRule({
    id: 'use-case-mismatch',
    level: 'warning',
    summary: 'Samples are about what the use case says',
    code: '602',
    check(campaign) {
      const {usecase_id: id} = campaign
      const samples = elementsOf(campaign, 'sample_messages')
      if (samples.length === 0) return []
      const fix = 'Change the use case or the samples, so that both say the same.'
      if (id === '2FA') {
        const strange = samples.find(
          ({text}) =>
            !/\b(?:code|passcode|otp|pin|verif\w*|password|sign[ -]?in|log[ -]?in|authenticat\w*|confirm\w*)\b/i.test(
              text,
            ),
        )
        return strange === undefined
          ? []
          : [{field: strange.field, message: 'The use case is 2FA, and this sample has no code.', fix}]
      }
      if (typeof id !== 'string' || !silent.has(id)) return []
      return samples.flatMap(({field, text}) => {
        const span = offer.exec(text)?.[0]
        return span === undefined
          ? []
          : [{field, span, message: `The use case is ${id}, and “${span}” is marketing.`, fix}]
      })
    },
    examples: {
      good: [
        {
          campaign: {
            usecase_id: 'MARKETING',
            sample_messages: [
              'Acme Dental: 20% off whitening. Reply STOP to cancel.',
              'Acme Dental: buy one, get one free in May. Reply STOP to cancel.',
            ],
          },
        },
        {
          campaign: {
            usecase_id: '2FA',
            sample_messages: [
              'Acme Dental: your code is [code]. Reply STOP to cancel.',
              'Acme Dental: sign in with [code]. Reply STOP to cancel.',
            ],
          },
        },
      ],
      bad: [
        {
          campaign: {
            sample_messages: [
              'Acme Dental: 20% off whitening. Reply STOP to cancel.',
              'Acme Dental: see you on Friday. Reply STOP to cancel.',
            ],
          },
        },
        {
          campaign: {
            usecase_id: '2FA',
            sample_messages: [
              'Acme Dental: see you on Friday. Reply STOP to cancel.',
              'Acme Dental: your code is [code]. Reply STOP to cancel.',
            ],
          },
        },
      ],
    },
  }),
] as const

/** Use cases that have no marketing in them. */
const silent = new Set([
  '2FA',
  'ACCOUNT_NOTIFICATION',
  'CUSTOMER_CARE',
  'DELIVERY_NOTIFICATION',
  'FRAUD_ALERT',
  'SECURITY_ALERT',
])
const offer =
  /\b\d+ ?% off\b|\$\d+ off\b|\bsale (?:ends|starts|now)\b|\b(?:limited[- ]time|special) offers?\b|\bcoupons?\b|\bpromo(?:tion|s)?(?: codes?)?\b|\bbuy (?:one|now)\b|\bdiscounts?\b|\bshop now\b/i
