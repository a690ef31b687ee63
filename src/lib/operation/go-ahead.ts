import {type Console} from '../console.ts'
import {CliError, declinedError, readOnlyError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Asker, Prompter} from '../input/prompt.ts'
import {type ActiveProfile} from '../profile/settings.ts'
import {accountName} from './account-name.ts'

/** Finds out what something hits and what depends on that, a line each. */
export type Consequences = () => Promise<readonly string[]>

export interface Asking {
  consequences: Consequences | undefined
  /** The profile that it is done with; undefined where nothing is sent. */
  profile: ActiveProfile | undefined
  /** `--yes`. */
  isAgreed: boolean
  /** `--production-ok`. */
  inProduction: boolean
}

/** Asks whether to go ahead, after showing what it means. Throws where the answer is no, or must be given beforehand and is not. */
export async function goAhead(question: string, asking: Asking, console: Console): Promise<void> {
  const {profile, isAgreed, inProduction} = asking
  if (profile?.readOnly === true) throw readOnlyError(profile.name)
  const production = profile?.production === true
  if (isAgreed && (!production || inProduction)) return
  if (isAgreed) throw needsProductionOk(question, profile!.name)
  const asker = console.asker ?? (console.terminal.isInteractive ? new Prompter(console) : undefined)
  if (asker === undefined) throw needsConfirmation(question, production)
  for (const line of await linesOf(asking.consequences)) await console.note(`  ${line}`)
  if (production) await requireName(question, asker, console)
  else if (!(await asker.confirm(question))) throw declinedError('Nothing was done.')
}

/** Not being able to look is no reason not to ask, but for people to think twice. */
async function linesOf(consequences: Consequences | undefined): Promise<readonly string[]> {
  try {
    return (await consequences?.()) ?? []
  } catch (error) {
    if (!(error instanceof CliError) || error.exit === ExitCode.Interrupted) throw error
    return [`What depends on it cannot be looked up: ${error.message}`]
  }
}

/** Has somebody type the name of the account that they are about to do it in. Throws where it is another. */
async function requireName(question: string, asker: Asker, console: Console): Promise<void> {
  const {what, name} = await accountName(console)
  const typed = await asker.ask({
    message: `${question} This is production: type the name of the ${what} to go ahead.`,
  })
  if (typed.trim() !== name)
    throw declinedError(
      `Nothing was done: “${typed.trim()}” is not the name of the ${what}.`,
      'See where you are: commsctl whoami',
    )
}

function needsConfirmation(question: string, production: boolean): CliError {
  return usageError(`${question} Nobody can be asked here.`, {
    code: 'needs-confirmation',
    hint: `Add --yes${production ? ' --production-ok' : ''} to go ahead.`,
  })
}

function needsProductionOk(question: string, profile: string): CliError {
  return usageError(`${question} The profile “${profile}” is production, where --yes is not enough.`, {
    code: 'needs-production-ok',
    hint: 'Add --production-ok to go ahead, or leave --yes out.',
  })
}
