import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {openSandbox} from '../../src/sandbox/sandbox.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {type Run, runWithPeak} from './peak.ts'
import {served} from './served.ts'
import {type Figure, type Section} from './table.ts'
import {home, userIn} from './user.ts'

const many = 50_000

/** How long a plan of an account with many numbers takes, beside a list of the same. */
export const planSection: Section = {
  name: 'plan',
  measure: async () => {
    const folder = join(home, 'plan')
    mkdirSync(folder)
    await fillSandbox(folder)
    return [{title: 'Plans', figures: await served(userIn(folder), async (env) => planFigures(folder, env))}]
  },
}

async function fillSandbox(folder: string): Promise<void> {
  const sandbox = openSandbox({file: join(folder, 'data/commsctl/sandbox.db'), numbers: many + 4000})
  const {numbers} = sandbox.store
  const {accountUuid: account_uuid} = seededAccess
  sandbox.store.transaction(() => {
    const missing = many - numbers.provisioned({account_uuid}, {offset: 0, limit: 1}).total
    const found = [1, 2, 3, 4].flatMap((tier) => numbers.available({tier}, many)).slice(0, missing)
    for (const number of found)
      numbers.provision(number, {account_uuid, reference_id: 'bench', help_text: 'Call us.'}, 0)
  })
  await sandbox.close()
}

function planFigures(folder: string, env: NodeJS.ProcessEnv): Figure[] {
  const file = join(folder, 'numbers.yaml')
  const exported = runWithPeak(['export', '--kind', 'numbers'], env)
  writeFileSync(file, exported.stdout)
  const listed = runWithPeak(['numbers', 'list', '--all', '-o', 'ndjson'], env)
  const same = runWithPeak(['plan', '-f', file, '-o', 'json'], env)
  mustHold(same, 0)
  writeFileSync(file, exported.stdout.toString().replaceAll('help_text: Call us.', 'help_text: Write to us.'))
  const changed = runWithPeak(['plan', '-f', file, '-o', 'ndjson'], env)
  return [
    {what: '`numbers list --all`, 50,000 numbers, for comparison', measured: shown(listed)},
    {what: '`export`, 50,000 numbers', measured: shown(exported)},
    {what: '`plan` of 50,000 numbers that are as the file says', measured: shown(same)},
    {what: '`plan` of 50,000 numbers of which nearly all differ', measured: shown(changed)},
  ]
}

function mustHold({stdout}: Run, changes: number): void {
  const {length} = JSON.parse(stdout.toString()) as unknown[]
  if (length !== changes) throw new Error(`The plan has ${length} changes.`)
}

function shown({seconds, peak}: Run): string {
  return `${seconds.toFixed(2)} s, ${peak.toFixed(0)} MiB`
}
