import {type Console} from '../console.ts'
import {didYouMean} from '../did-you-mean.ts'
import {notFoundError, usageError} from '../errors.ts'
import {requireProfile} from './profile.ts'
import {type ProfileSecrets} from './secrets.ts'

type Named = NonNullable<ProfileSecrets['named']>

const allowed = /^[A-Za-z_][\w.-]*$/

/** Secrets that people store by name in the profile's part of the secret store, for files that refer to them. */
export class NamedSecrets {
  private constructor(
    private readonly console: Console,
    readonly profile: string,
  ) {}

  /** Throws a usage error where there is no profile to keep them in. */
  static of(console: Console): NamedSecrets {
    const name = console.profileName
    requireProfile(console.config.profiles, name, 'the profile of the secrets')
    return new NamedSecrets(console, name)
  }

  async names(): Promise<string[]> {
    return Object.keys(await this.#all()).sort()
  }

  /** Throws a usage error where there is none of that name. `at` is what asks for it. */
  async get(name: string, at: string): Promise<string> {
    const all = await this.#all()
    const value = Object.hasOwn(all, name) ? all[name] : undefined
    if (value !== undefined) return value
    throw usageError(
      `${at}: no secret “${name}” is stored in the profile “${this.profile}”.${didYouMean(name, Object.keys(all))}`,
      {code: 'missing-secret', hint: `Store it: commsctl config secrets set ${name} --profile ${this.profile}`},
    )
  }

  async set(name: string, value: string): Promise<void> {
    if (!allowed.test(name)) {
      throw usageError(`NAME: “${name}” cannot be the name of a secret.`, {
        code: 'invalid-value',
        hint: 'Use letters, digits, dots, hyphens and underscores, and begin with a letter or an underscore.',
      })
    }
    await this.#change((all) => ({...all, [name]: value}))
  }

  /** Throws exit 5 for a name that there is not, before anything is deleted. */
  async delete(names: readonly string[]): Promise<void> {
    const all = await this.#all()
    for (const name of names) {
      if (!Object.hasOwn(all, name)) {
        throw notFoundError(
          `There is no secret “${name}”.${didYouMean(name, Object.keys(all))}`,
          'commsctl config secrets list',
        )
      }
    }
    await this.#change((stored) => Object.fromEntries(Object.entries(stored).filter(([name]) => !names.includes(name))))
  }

  async #all(): Promise<Named> {
    return (await (await this.console.secrets()).get(this.profile, 'named')) ?? {}
  }

  async #change(edit: (all: Named) => Named): Promise<void> {
    const store = await this.console.secrets()
    await store.change(this.profile, ({named = {}, ...others}) => {
      const edited = edit(named)
      return Object.keys(edited).length === 0 ? others : {...others, named: edited}
    })
  }
}
