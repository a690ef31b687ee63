import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {kinds} from '../../../src/kinds/kinds.ts'
import {InputReader} from '../../../src/lib/input/read-value.ts'
import {systemTerminal} from '../../../src/lib/output/terminal.ts'
import {readPlanFiles} from '../../../src/lib/plan/plan-file.ts'
import {variablesOf} from '../../../src/lib/plan/variables.ts'

const folder = mkdtempSync(join(tmpdir(), 'commsctl-plan-'))

afterAll(() => rmSync(folder, {recursive: true, force: true}))

async function read(texts: string[], ...typed: string[]) {
  const paths = texts.map((text, at) => {
    const path = join(folder, `${at}.yaml`)
    writeFileSync(path, text)
    return path
  })
  const input = new InputReader(systemTerminal())
  const {sections} = await readPlanFiles(paths, {kinds, variables: variablesOf(typed), input})
  return [...sections].map(([section, entries]) => [section, entries.map(({fields}) => fields)])
}

test('files follow each other, with variables in place, and numbers that are text stay as they were written', async () => {
  const one =
    'variables: {desk: front, code: "555"}\nnumbers: [{number: +19412340001, reference_id: "${desk}-${code}"}]'
  const other = 'numbers: [{count: 2, area_code: 941, reference_id: 007, help_text: "$${desk}"}]'
  expect(await read([one, other], 'desk=back')).toEqual([
    [
      'numbers',
      [
        {number: '+19412340001', reference_id: 'back-555'},
        {count: 2, area_code: '941', reference_id: '007', help_text: '${desk}'},
      ],
    ],
  ])
})

test('what is misspelt, secret or without a value is refused, and said where', async () => {
  const refused = (text: string) =>
    read([text]).catch((error: unknown) => (error as Error).message.replace(/^\S+\//, ''))
  expect(await refused('numbrs: []')).toBe('0.yaml: numbrs is not known. Did you mean numbers?')
  expect(await refused('identities: [{username: eve, password: hunter2}]')).toBe(
    '0.yaml.identities[0].password is a secret: it does not belong into the file.',
  )
  expect(await refused('numbers: [{number: "${desk}"}]')).toBe('0.yaml: ${desk} has no value.')
  expect(await refused('numbers: [{number: "+19412340001", count: two}]')).toBe(
    '0.yaml: numbers[0].count is “two”, and must be a whole number.',
  )
})
