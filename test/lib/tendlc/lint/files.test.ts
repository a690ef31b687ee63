import {describe, expect, test} from 'vitest'
import {fixSource} from '../../../../src/lib/tendlc/lint/fix.ts'
import {lint, type LintOptions} from '../../../../src/lib/tendlc/lint/lint.ts'
import {githubLine} from '../../../../src/lib/tendlc/lint/report/github.ts'
import {sarif} from '../../../../src/lib/tendlc/lint/report/sarif.ts'
import {sourceOf} from '../../../../src/lib/tendlc/lint/source/read-source.ts'
import {exampleBrand, exampleCampaign} from '../../../../src/lib/tendlc/lint/example-filing.ts'

const yaml = `# The filing of Acme.
brand:
  legal_name: Acme Dental LLC
  organization_type: PRIVATE_PROFIT # as “enums” has it
  state: fl
  e_i_n: 012345678
campaigns:
  - usecase_id: CUSTOMER_CARE
    sample_messages:
      - "Acme: see https://bit.ly/a now. STOP ends."
      - >-
        Acme: this one is folded, and it has
        a link to bit.ly/b in it. STOP ends.
`

async function found(text: string, file = 'f.yaml', options: LintOptions = {}) {
  return lint([await sourceOf(text, file)], options)
}

/** Where a rule finds something, as `line:column-line:column`. */
async function placesOf(text: string, rule: string, file?: string): Promise<string[]> {
  const {findings} = await found(text, file)
  return findings
    .filter((one) => one.rule === rule)
    .map(({field, line, column, end_line, end_column}) => `${field} ${line}:${column}-${end_line}:${end_column}`)
}

describe('a finding points to the place', () => {
  test('of the value in YAML, or of the word in it', async () => {
    expect(await placesOf(yaml, 'state-code')).toEqual(['brand.state 5:10-5:12'])
    expect(await placesOf(yaml, 'public-shortener')).toEqual([
      'campaigns[0].sample_messages[0] 10:20-10:36',
      'campaigns[0].sample_messages[1] 13:19-13:27',
    ])
  })

  test('of what a missing field is missing in', async () => {
    const missing = await placesOf(yaml, 'brand-missing-field')
    expect(missing).toContain('brand.city 2:1-2:6')
  })

  test('in JSON', async () => {
    const json = JSON.stringify(
      {brand: {state: 'fl'}, campaign: {sample_msg1: 'STOP', sample_msg2: 'see bit.ly/x'}},
      null,
      2,
    )
    expect(await placesOf(json, 'state-code', 'f.json')).toEqual(['brand.state 3:14-3:18'])
    expect(await placesOf(json, 'public-shortener', 'f.json')).toEqual(['campaign.sample_messages[1] 7:25-7:33'])
  })

  test('in a row of CSV, also after a cell of several lines', async () => {
    const csv = 'brand_name,state,sample_msg1\nAcme,FL,"one\nline"\nBay,fl,see bit.ly/x\n'
    expect(await placesOf(csv, 'state-code', 'f.csv')).toEqual(['brand.state 4:5-4:7'])
    expect(await placesOf(csv, 'public-shortener', 'f.csv')).toEqual(['campaign.sample_messages[0] 4:12-4:20'])
  })
})

describe('a switch', () => {
  const lines = (comment: string, rest = '') =>
    `${comment}\nbrand:\n  # lint-disable-next-line legal-name-suffix -- it has none\n  legal_name: Acme${rest}\n`
  const rules = async (text: string) =>
    (await found(text)).findings.map(({rule}) => rule).filter((rule) => /switch|suffix|state/.test(rule))

  test('turns a rule off on the next line, the same line or in the whole file', async () => {
    const type = '\n  organization_type: PRIVATE_PROFIT'
    expect(await rules(lines('#', type))).toEqual([])
    expect(await rules(`brand:\n  state: fl # lint-disable-line state-code -- they write it so\n`)).toEqual([])
    expect(await rules(`# lint-disable state-code, zip-code -- of another country\nbrand:\n  state: fl\n`)).toEqual([])
  })

  test('is remembered with its reason', async () => {
    const {suppressed} = await found('brand:\n  state: fl # lint-disable-line state-code -- they -- write it so\n')
    expect(suppressed).toMatchObject([{rule: 'state-code', reason: 'they -- write it so', in_source: true}])
  })

  test('without a reason or of no rule is an error, and turns nothing off', async () => {
    const {findings} = await found(
      'brand:\n  state: fl # lint-disable-line state-code\n  # lint-disable-next-line state-cod -- x\n  city: Venice\n',
    )
    expect(findings.map(({rule}) => rule)).toContain('state-code')
    expect(findings.filter(({rule}) => rule === 'switch').map(({line, message}) => [line, message])).toEqual([
      [2, 'The switch has no reason.'],
      [3, expect.stringContaining('Did you mean state-code?')],
    ])
  })

  test('that turns nothing off is a warning', async () => {
    expect(await rules('brand:\n  state: FL # lint-disable-line state-code -- why\n')).toEqual(['unused-switch'])
  })

  test('on the command line holds for all files', async () => {
    const {findings, suppressed} = await found('brand:\n  state: fl\n', 'f.yaml', {
      off: [{rule: 'state-code', reason: 'no'}],
    })
    expect(findings.map(({rule}) => rule)).not.toContain('state-code')
    expect(suppressed).toMatchObject([{reason: 'no', in_source: false}])
  })
})

describe('mending', () => {
  async function mended(text: string, file = 'f.yaml') {
    const {text: after, fixed} = await fixSource(await sourceOf(text, file), {})
    return {after, rules: fixed.map(({rule}) => rule)}
  }

  test('changes only what it mends: comments, quotes and order stay', async () => {
    const {after, rules} = await mended(yaml)
    expect(after).toBe(`${yaml.replace('state: fl', 'state: FL').trimEnd()}\n    embedded_link: true\n`)
    expect(rules.sort()).toEqual(['embedded-link', 'state-code'])
  })

  test('writes the replies that are missing, where the brand is known', async () => {
    const {after} = await mended(
      'brand:\n  brand_name: Acme\n  phone_number: "+19412360001"\n  website: https://acme.example\ncampaign:\n  usecase_id: 2FA\n',
    )
    expect(after).toContain('\n  help_message: "Acme: For help call +19412360001')
  })

  test.each([
    [
      'in lines',
      JSON.stringify(
        {brand: {state: 'fl'}, campaign: {num_pooling: false, sample_messages: ['see a.example/x']}},
        null,
        2,
      ),
    ],
    ['in one line', JSON.stringify({brand: {state: 'fl'}, campaign: {sample_messages: ['see a.example/x']}})],
  ])('leaves JSON %s JSON', async (_, json) => {
    const {after} = await mended(json, 'f.json')
    const filing = JSON.parse(after!) as Record<string, Record<string, unknown>>
    expect([filing['brand']!['state'], filing['campaign']!['embedded_link']]).toEqual(['FL', true])
  })

  test('of CSV reaches every row', async () => {
    const {after} = await mended('brand_name,brand.state\nAcme,fl\n"Bay, Inc",ca\n', 'f.csv')
    expect(after).toBe('brand_name,brand.state\nAcme,FL\n"Bay, Inc",CA')
  })

  test('goes on where one mend shows the next', async () => {
    const {after, rules} = await mended('campaign:\n  opt_out_keywords: END;QUIT\n')
    expect(rules).toEqual(['keyword-form', 'keyword-expected'])
    expect(after).toContain('"STOP,ENDQUIT"')
  })

  test('of what is right changes nothing', async () => {
    const right = JSON.stringify({brand: exampleBrand, campaign: exampleCampaign})
    expect(await mended(right, 'f.json')).toEqual({after: undefined, rules: []})
  })
})

describe('a report', () => {
  test('of SARIF has rule, place, and what is switched off with its reason', async () => {
    const result = await found(
      'brand:\n  state: fl\n  postal_code: x # lint-disable-line zip-code -- of before\n',
      'a b.yaml',
    )
    const {runs} = sarif(result, '1.2.3') as unknown as {
      runs: {results: Record<string, unknown>[]; tool: {driver: {rules: {id: string}[]}}}[]
    }
    const [run] = runs
    const ids = run!.tool.driver.rules.map(({id}) => id)
    expect(run!.results.every(({ruleId}) => ids.includes(ruleId as string))).toBe(true)
    expect(run!.results.find(({ruleId}) => ruleId === 'state-code')).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: {uri: 'a%20b.yaml'},
            region: {startLine: 2, startColumn: 10, endLine: 2, endColumn: 12},
          },
        },
      ],
    })
    expect(run!.results.find(({ruleId}) => ruleId === 'zip-code')).toMatchObject({
      suppressions: [{kind: 'inSource', justification: 'of before'}],
    })
  })

  test('for GitHub is one line, with what it takes for its own escaped', async () => {
    const {findings} = await found('brand:\n  legal_name: "100%\\nAcme: Dental"\n', 'a,b.yaml')
    const line = githubLine(findings.find(({rule}) => rule === 'legal-name-length')!)
    expect(line).toBe(
      '::error file=a%2Cb.yaml,line=2,endLine=2,col=15,endColumn=34,title=10dlc legal-name-length::brand.legal_name: The legal name has a line break in it. Write it in one line.',
    )
  })
})

test.each([
  ['of another kind', 'brands:\n  city: x\n', 'f.yaml', 'f.yaml: “brands” is no part of a filing. Did you mean brand?'],
  ['with nothing in it', '{}', 'f.yaml', 'f.yaml has neither “brand:” nor “campaign:”.'],
  ['that is no YAML', 'brand: {\n', 'f.yaml', 'f.yaml is not YAML: line'],
  ['that is no JSON', '{brand: 1}', 'f.json', 'f.json is not JSON: line 1'],
  ['that is no CSV', 'a,b\n"x', 'f.csv', 'f.csv is not CSV: '],
])('a file %s is refused', async (_, text, file, message) => {
  await expect(sourceOf(text, file)).rejects.toThrow(message)
})
