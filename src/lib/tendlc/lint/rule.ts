import {type JsonValue} from '../../client/wire.ts'
import {type Enumerations} from '../enumerations.ts'
import {type UseCase} from '../use-case.ts'

export type Level = 'error' | 'warning'

/** The fields of a brand or a campaign, with the wire's names; samples are one list, `sample_messages`. */
export type Fields = Readonly<Record<string, JsonValue | undefined>>

/** A brand or a campaign, and what its file calls it: `brand`, `campaign`, `campaigns[1]`. */
export interface Part {
  path: string
  fields: Fields
}

/** What one filing holds. */
export interface Filing {
  brand?: Part | undefined
  campaigns: readonly Part[]
}

/** A web page as it was found: its text, or why there is none. */
export type Page = {text: string} | {fault: string}

/** What rules may know besides the part that they look at. */
export interface Facts {
  /** Of the brand that a campaign is for; no fields where it is not known. */
  brand: Fields
  /** The platform's own lists. Without them, the registry's are taken, and what they lack is only a warning. */
  enumerations?: Enumerations | undefined
  useCases?: readonly UseCase[] | undefined
  /** Pages by address, where they were fetched. */
  pages?: ReadonlyMap<string, Page> | undefined
}

/** What is wrong with a part. */
export interface Problem {
  /** Name of the field, with an index where it is an element: `sample_messages[1]`. */
  field: string
  message: string
  /** What to change, in plain words. */
  fix: string
  /** The piece of the field's text that it is about. */
  span?: string | undefined
  /** The rule's own unless said. */
  level?: Level
  /** What can be put in the field's place without changing what is filed in substance. */
  mend?: JsonValue | undefined
}

/** Fields laid over the exemplary filing; null takes one out of it. */
export interface Example {
  brand?: Fields
  campaign?: Fields
  /** Filings beside it, for rules about several. */
  beside?: readonly Pick<Example, 'brand' | 'campaign'>[]
  /** How often the campaign stands in the filing; once unless said. */
  times?: number
  pages?: Readonly<Record<string, Page>>
}

interface RuleText {
  /** Never changes: switches name it. */
  id: string
  level: Level
  /** What must hold, as a sentence. */
  summary: string
  /** What reviewers number the rejection as that it prevents, by those who number them; null where the platform refuses the form itself. */
  code: string | null
  /** Whether it looks at web pages. */
  online?: true
  examples: {good: readonly Example[]; bad: readonly Example[]}
}

export interface BrandRule extends RuleText {
  of: 'brand'
  check(brand: Fields, facts: Facts): Problem[]
}

export interface CampaignRule extends RuleText {
  of: 'campaign'
  check(campaign: Fields, facts: Facts): Problem[]
}

/** A problem of one of several filings, by its index and the part of it. */
export interface FilingProblem extends Problem {
  at: number
  part: Part
}

/** Looks at all filings together. */
export interface FilingsRule extends RuleText {
  of: 'filings'
  check(filings: readonly Filing[]): FilingProblem[]
}

export type Rule = BrandRule | CampaignRule | FilingsRule

type Written<R extends Rule> = Omit<R, 'of'>

export function brandRule(rule: Written<BrandRule>): BrandRule {
  return {...rule, of: 'brand'}
}

export function campaignRule(rule: Written<CampaignRule>): CampaignRule {
  return {...rule, of: 'campaign'}
}

export function filingsRule(rule: Written<FilingsRule>): FilingsRule {
  return {...rule, of: 'filings'}
}

/** The text of a field; the empty string where there is none. */
export function textOf(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** The texts of a list, with the name of each. */
export function elementsOf(fields: Fields, name: string): {field: string; text: string}[] {
  const value = fields[name]
  if (!Array.isArray(value)) return []
  return value.map((one, index) => ({field: `${name}[${index}]`, text: typeof one === 'string' ? one : ''}))
}

export function samplesIn(campaign: Fields): {field: string; text: string}[] {
  return elementsOf(campaign, 'sample_messages')
}
