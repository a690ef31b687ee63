import {existsSync} from 'node:fs'
import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {Command} from '../../command.ts'
import {usageError} from '../../errors.ts'
import {type Parameters, type Values} from '../../parameter.ts'
import {boolean, text, choice} from '../../parameters.ts'
import {withLock} from '../../profile/lock.ts'
import {type Kind, kinds} from '../code/item.ts'
import {listEndpoints} from '../endpoint-calls.ts'
import {getEventHandler, listEventHandlers} from '../event-handler-calls.ts'
import {getFile, listFiles} from '../file-calls.ts'
import {getGateway} from '../gateway-calls.ts'
import {getModule, listModules} from '../module-calls.ts'
import {solutionLookup} from '../named.ts'
import {BaseState} from './base-state.ts'
import {Checkout} from './checkout.ts'
import {openProject, ownFolder, type Project} from './project.ts'
import {type Owners} from './remote-items.ts'

const local = {in: 'local'} as const

/** What all commands on a project take. */
export const projectParameters = {
  only: choice('--only', 'one kind of things alone', kinds, local),
  solution: text('--solution', 'solution; the one of the project’s settings, else the profile’s, if left out', {
    ...local,
    valueName: 'NAME|ID',
    lookup: solutionLookup(),
  }),
  product: text('--product', 'product, for its resources; the one of the project, else the profile’s, if left out', {
    ...local,
    valueName: 'NAME|ID',
    lookup: solutionLookup('product'),
  }),
} satisfies Parameters

/** Those of commands that change one side. */
export const changeParameters = {
  delete: boolean('--delete', 'delete what was deleted on the other side', local),
  force: boolean('--force', 'overwrite what was changed on both sides', local),
  'dry-run': boolean('--dry-run', 'show what would be done, and do nothing', local),
  ...projectParameters,
} satisfies Parameters

/** The calls by which a project is compared. */
export const readingCalls = [
  listModules,
  getModule,
  listEventHandlers,
  getEventHandler,
  listEndpoints,
  listFiles,
  getFile,
  getGateway,
]

type ProjectValues = Values<typeof projectParameters>

/** A command on the project that the working folder is in. */
export abstract class ProjectCommand extends Command {
  /** Works on the project while no other command does, and keeps what has become known of it, whatever happens. */
  protected async onProject<T>(
    values: ProjectValues,
    {changes}: {changes: boolean},
    work: (checkout: Checkout) => Promise<T>,
  ): Promise<T> {
    const project = await openProject(process.cwd(), process.env)
    const owners = await this.#owners(project, values)
    const {service} = await this.console.connection()
    const run = async (keeps: boolean) => {
      const checkout = new Checkout(service, project, owners, this.#baseOf(project))
      try {
        return await work(checkout)
      } finally {
        if (keeps) await checkout.base.save()
        await this.#tell(checkout)
      }
    }
    // Who only looks at a folder that is no project yet leaves nothing there.
    if (!changes && !existsSync(ownFolder(project))) return run(false)
    return withLock(this.#baseOf(project).file, () => run(true))
  }

  /** Says in the project's folder which solution it is of: the next command need not be told. */
  protected async remember({project, owners}: Checkout): Promise<void> {
    if (project.hasSettings) return
    const {default: ini} = await import('ini')
    const sections = {application: {id: owners.application}, ...(owners.product && {product: {id: owners.product}})}
    const file = join(ownFolder(project), 'config')
    await mkdir(ownFolder(project), {recursive: true, mode: 0o700})
    await writeFile(file, ini.stringify(sections), {flag: 'wx'})
    await this.console.note(`${project.root} is a project of ${owners.application} from now on: .murano/config`)
  }

  protected kindsOf({only}: ProjectValues): readonly Kind[] {
    return only === undefined ? kinds : [only]
  }

  /** The flags count, then what the project says, then the profile. */
  async #owners({layout}: Project, values: ProjectValues): Promise<Owners> {
    const {murano_solution, murano_product} = this.console.settings.values
    const solution = values.solution ?? layout.application ?? murano_solution
    const product = values.product ?? layout.product ?? murano_product
    if (solution === undefined) {
      throw usageError('Nothing says which solution this folder is of.', {
        code: 'missing-value',
        hint: 'Name it once: commsctl murano pull --solution NAME|ID',
      })
    }
    const named = await this.identified({summary: '', parameters: projectParameters, examples: []}, {solution, product})
    return {application: named.solution!, product: named.product}
  }

  #baseOf(project: Project): BaseState {
    return new BaseState(ownFolder(project), new URL(this.console.settings.values.murano_host).host)
  }

  async #tell({unclear, passedOver, links: {outside, unfollowed}}: Checkout): Promise<void> {
    if (unclear.length > 0) await this.console.warn(`No header says what these are: ${unclear.join(', ')}.`)
    if (outside.length > 0)
      await this.console.warn(`Links out of the project; what they lead to counts as its own: ${listed(outside)}.`)
    if (unfollowed.length > 0)
      await this.console.warn(`Links that are not followed, for they lead to no file: ${listed(unfollowed)}.`)
    if (passedOver.length > 0)
      await this.console.warn(`There can be no file here for these, which stay as they are: ${passedOver.join(', ')}.`)
  }
}

/** Places of several kinds may share a folder. */
function listed(paths: readonly string[]): string {
  return [...new Set(paths)].join(', ')
}
