import {boolean, texts, uuid} from '../parameters.ts'

/** What plan and apply take. */
export const planParameters = {
  file: texts('--file', 'what is wanted, as YAML (repeat for more); - is standard input', {
    in: 'local',
    char: 'f',
    valueName: 'FILE',
  }),
  var: texts('--var', 'value of a variable in the files (repeat for more)', {in: 'local', valueName: 'NAME=VALUE'}),
  prune: boolean('--prune', 'release what the files’ sections do not name', {in: 'local'}),
  price: texts('--price', 'what one of a kind costs that costs money (repeat for more)', {
    in: 'local',
    valueName: 'KIND=AMOUNT',
  }),
  account_uuid: uuid('--account', 'account to act on; that of the file or the profile if left out', {in: 'local'}),
}
