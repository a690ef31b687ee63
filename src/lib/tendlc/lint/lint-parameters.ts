import {didYouMean} from '../../did-you-mean.ts'
import {usageError} from '../../errors.ts'
import {parameter} from '../../parameter.ts'
import {boolean, uuid} from '../../parameters.ts'
import {type Off} from './lint.ts'

async function checkOff(typed: string): Promise<Off> {
  const {allRules} = await import('./all-rules.ts')
  const at = typed.indexOf('=')
  const [rule, reason] = at === -1 ? [typed, ''] : [typed.slice(0, at).trim(), typed.slice(at + 1).trim()]
  const ids = allRules.map(({id}) => id)
  if (!ids.includes(rule))
    throw usageError(`--off: there is no rule “${rule}”.${didYouMean(rule, ids)}`, {code: 'unknown-rule'})
  if (reason !== '') return {rule, reason}
  throw usageError(`--off: “${rule}” needs a reason.`, {hint: `Write --off ${rule}="why it does not hold here".`})
}

/** What `10dlc lint` takes. */
export const lintParameters = {
  files: parameter<string[], 'FILES...', {in: 'local'; required: false}>(
    'FILES...',
    'filings in YAML, JSON or CSV; - is standard input',
    {in: 'local', required: false},
    {kind: 'file', many: true, check: (typed) => typed},
  ),
  account_uuid: uuid('--account', 'look at what is registered for this account', {in: 'local'}),
  fix: boolean('--fix', 'mend in the files what can be mended safely', {in: 'local'}),
  online: boolean('--online', 'open the links, too, as reviewers do', {in: 'local'}),
  off: parameter<Off[], '--off', {in: 'local'; valueName: string}>(
    '--off',
    'turn a rule off, and say why (repeat for more)',
    {in: 'local', valueName: 'RULE=REASON'},
    {kind: 'text', many: true, check: checkOff},
  ),
}
