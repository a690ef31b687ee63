import {type Console} from '../console.ts'
import {usageError} from '../errors.ts'
import {type Prompter} from '../input/prompt.ts'
import {type Ask} from '../operation/values.ts'
import {type Parameter} from '../parameter.ts'
import {questionOf} from './ask-with-choices.ts'
import {type Brand} from './brand.ts'
import {type Campaign, mostSamples} from './campaign.ts'
import {campaignParameters} from './campaign-parameters.ts'
import {contentOf} from './content.ts'
import {messageFlowFor} from './replies.ts'
import {subUseCaseBounds, subUseCases, type UseCase, useCaseChoices} from './use-case.ts'

interface Sources {
  console: Console
  /** Asks in the usual way. */
  ask: Ask
  /** Throws where the account cannot have campaigns. */
  brand: () => Promise<Brand>
  useCases: () => Promise<UseCase[]>
}

type Name = keyof typeof campaignParameters

const links = ['privacy_link', 'terms_link'] as const satisfies Name[]

/** Asks for the fields of a campaign, each in its own way. */
export class CampaignQuestions {
  /** Whether somebody was asked: then they are there to be asked for what may be left out, too. */
  private asked = false

  constructor(private readonly sources: Sources) {}

  readonly ask: Ask = async (parameter, name) => {
    const brand = await this.sources.brand()
    this.asked = true
    if (name === 'usecase_id') return this.askUseCase(parameter)
    if (name === 'sample_messages') return this.askSamples()
    if (name === 'message_flow') return this.askText(parameter, messageFlowFor(brand))
    return this.sources.ask(parameter, name)
  }

  /** Asks for the purposes that a use case is made of, as many as it takes. */
  askSubUseCases(useCaseId: string): Ask {
    return async (parameter) => {
      const useCases = await this.sources.useCases()
      const {min, max} = subUseCaseBounds(useCaseId, useCases)
      this.asked = true
      return (await this.prompter()).checkbox(questionOf(parameter), useCaseChoices(subUseCases(useCases)), {min, max})
    }
  }

  /** What may be left out and reviewers look for: links, and what the messages hold. Asks nothing of those who gave all the rest. */
  async rest(given: Readonly<Partial<Campaign>>, samples: readonly string[]): Promise<Partial<Campaign>> {
    if (!this.asked) return {}
    const answers: Partial<Campaign> = {}
    for (const name of links) if (given[name] === undefined) Object.assign(answers, await this.askLink(name))
    return {...answers, ...(await this.askContent(given, samples))}
  }

  private async askUseCase(parameter: Parameter): Promise<string> {
    return (await this.prompter()).choose(questionOf(parameter), useCaseChoices(await this.sources.useCases()))
  }

  /** One after another until one is empty. */
  private async askSamples(): Promise<string[]> {
    const prompter = await this.prompter()
    const samples: string[] = []
    while (samples.length < mostSamples) {
      const place = `${samples.length + 1} of at most ${mostSamples}${samples.length === 0 ? '' : ' (empty: no more)'}`
      const sample = await prompter.ask({
        message: `sample-message ${place}:`,
        validate: (text) => checkSample(text, samples),
      })
      if (sample.trim() === '') break
      samples.push(sample.trim())
    }
    return samples
  }

  private async askText(parameter: Parameter, draft: string): Promise<string> {
    const {input} = this.sources.console
    const message = `${questionOf(parameter)} (Tab: change this draft; @FILE: read a file)`
    return (await this.prompter()).ask({message, default: draft, validate: (text) => parameter.check(text, input)})
  }

  private async askLink(name: (typeof links)[number]): Promise<Partial<Campaign>> {
    const parameter: Parameter = campaignParameters[name]
    const {input} = this.sources.console
    const validate = (text: string) => text === '' || parameter.check(text, input)
    const link = await (await this.prompter()).ask({message: `${questionOf(parameter)} (empty: none)`, validate})
    return link === '' ? {} : {[name]: link.trim()}
  }

  private async askContent(given: Readonly<Partial<Campaign>>, samples: readonly string[]): Promise<Partial<Campaign>> {
    const found: ReadonlySet<string> = contentOf(samples)
    const choices = contentNames
      .filter((name) => given[name] === undefined)
      .map((name) => ({name: campaignParameters[name].summary, value: name, checked: found.has(name)}))
    if (choices.length === 0) return {}
    const ticked = await (await this.prompter()).checkbox('What is true of the campaign?', choices)
    return Object.fromEntries(ticked.map((name) => [name, true]))
  }

  private async prompter(): Promise<Prompter> {
    const {Prompter: PrompterClass} = await import('../input/prompt.ts')
    return new PrompterClass(this.sources.console)
  }
}

const contentNames = [
  'embedded_link',
  'embedded_phone',
  'num_pooling',
  'direct_lending',
  'aff_marketing',
  'age_gated',
] as const satisfies Name[]

function checkSample(text: string, before: readonly string[]): void {
  if (text.trim() === '' && before.length === 0) throw usageError('A campaign needs one sample message at least.')
  if (before.includes(text.trim())) throw usageError('That is the same as an earlier one.')
}
