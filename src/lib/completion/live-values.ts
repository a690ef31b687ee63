import {createHash} from 'node:crypto'
import {isSecretName} from '../client/masking.ts'
import {type ArgumentEntry, type CommandEntry, type FlagEntry} from '../map/command-entry.ts'
import {areaOf, readMap} from '../map/read-map.ts'
import {readConfig} from '../profile/config-file.ts'
import {profileNames} from '../profile/profile.ts'
import {resolvePaths} from '../profile/paths.ts'
import {resolveSettings} from '../profile/settings.ts'
import {type Program} from '../program.ts'
import {cachedValues, type Candidate} from './value-cache.ts'
import {isSource, listsOf, type Wanted} from './value-source.ts'

interface Context {
  program: Program
  words: readonly string[]
  ids: readonly string[]
}

/** Fields of a row that tell what it is. */
const aboutAtMost = 3

/** Names and ids of things that there are: profiles from the file, others from what their list gave not long ago. */
export async function liveValues(
  of: FlagEntry | ArgumentEntry,
  command: string,
  {program, words, ids}: Context,
): Promise<Candidate[]> {
  const paths = resolvePaths()
  const wanted = {of, command}
  const lists = listsOf(wanted, ids)
  if (lists[0] === 'profiles list') {
    const {profiles} = readConfig(paths.configFile)
    return profileNames(profiles).map((value) => ({value, about: profiles[value]?.api_host ?? ''}))
  }
  const entry = await firstSource(lists, wanted, program)
  if (entry?.reply?.id === undefined) return []
  const profile = profileIn(words)
  const {id, columns} = entry.reply
  const telling = columns.filter((column) => column !== id && !column.includes('.') && !isSecretName(column))
  const about = telling.slice(0, aboutAtMost)
  const args = [...entry.command.split(' '), ...(profile === undefined ? [] : ['--profile', profile])]
  return cachedValues({args, whose: whose(profile, paths.configFile), id, about}, paths.cache, program)
}

async function firstSource(
  lists: readonly string[],
  wanted: Wanted,
  program: Program,
): Promise<CommandEntry | undefined> {
  for (const list of lists) {
    const entries = await readMap(program, areaOf(list))
    const entry = entries.find(({command}) => command === list)
    if (entry !== undefined && isSource(entry, wanted)) return entry
  }
  return undefined
}

/** The value of `--profile` in what was typed so far. */
function profileIn(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '-p' || word === '--profile')
  if (at >= 0 && at < words.length - 2) return words[at + 1]
  return words.find((word) => word.startsWith('--profile='))?.slice('--profile='.length)
}

/** What tells one user's things from another's. Of a token, only that it is another one. */
function whose(profileFlag: string | undefined, configFile: string): string {
  const {profile, values} = resolveSettings({profileFlag, config: readConfig(configFile)})
  const {api_host, account, user, token, email} = values
  const secret = createHash('sha256')
    .update(token ?? '')
    .digest('hex')
  return JSON.stringify([profile?.name, api_host, account, user, email, secret])
}
