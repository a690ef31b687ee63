import {type Rule} from './rule.ts'
import {brandAddressRules} from './rules/brand-address.ts'
import {brandContactRules} from './rules/brand-contact.ts'
import {brandIdentityRules} from './rules/brand-identity.ts'
import {consentRules} from './rules/consent.ts'
import {contentRules} from './rules/content.ts'
import {descriptionRules} from './rules/description.ts'
import {fieldRules} from './rules/fields.ts'
import {keywordRules} from './rules/keywords.ts'
import {linkRules} from './rules/links.ts'
import {listedValueRules} from './rules/listed-values.ts'
import {numberRules} from './rules/numbers.ts'
import {pageRules} from './rules/pages.ts'
import {replyRules} from './rules/replies.ts'
import {sampleRules} from './rules/samples.ts'
import {severalRules} from './rules/several.ts'
import {useCaseRules} from './rules/use-case.ts'

/** All rules, by family, in the order in which the documents show them. */
export const ruleFamilies: Readonly<Record<string, readonly Rule[]>> = {
  Fields: fieldRules,
  'Who the brand is': brandIdentityRules,
  'Where the brand is': brandAddressRules,
  'How the brand is reached': brandContactRules,
  'Values that the platform lists': listedValueRules,
  'What the campaign is for': descriptionRules,
  'How people opt in': consentRules,
  'Use cases': useCaseRules,
  'Sample messages': sampleRules,
  'What messages hold': contentRules,
  Keywords: keywordRules,
  'Automatic replies': replyRules,
  'Privacy policy and terms': linkRules,
  Numbers: numberRules,
  'Several filings': severalRules,
  'Web pages, with --online': pageRules,
}

export const allRules: readonly Rule[] = Object.values(ruleFamilies).flat()

export function ruleOf(id: string): Rule | undefined {
  return allRules.find((rule) => rule.id === id)
}
