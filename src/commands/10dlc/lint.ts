import {collect} from '../../lib/collect.ts'
import {Command} from '../../lib/command.ts'
import {usageError} from '../../lib/errors.ts'
import {list, type Shape} from '../../lib/operation/declaration.ts'
import {printRows} from '../../lib/operation/print-rows.ts'
import {type Finding} from '../../lib/tendlc/lint/finding.ts'
import {lintParameters} from '../../lib/tendlc/lint/lint-parameters.ts'
import {type LintOptions, type LintResult} from '../../lib/tendlc/lint/lint.ts'
import {type SharedFacts} from '../../lib/tendlc/lint/run-rules.ts'
import {type FilingSource} from '../../lib/tendlc/lint/source/filing-source.ts'
import getBrand from './brands/get.ts'
import listUseCases from './brands/usecases.ts'
import listCampaigns from './campaigns/list.ts'
import listEnumerations from './enums.ts'

export default class Lint extends Command {
  static override readonly shape = {
    summary: 'Check filings for what they would be rejected for, before they cost anything',
    description:
      'Takes the files that “10dlc register” takes, and CSV with one filing a row. Works offline; --account looks at what is ' +
      'registered, with the platform’s own lists. A comment in YAML turns a rule off: ' +
      '“# lint-disable-next-line RULE -- REASON”, “# lint-disable-line …” or, for the whole file, “# lint-disable …”. ' +
      'Exit 2 when there are errors; warnings are none.',
    parameters: lintParameters,
    reply: list<Finding>({
      columns: ['level', 'file', 'line', 'column', 'field', 'message', 'fix', 'code', 'rule'],
      id: 'rule',
      noun: 'findings',
      paging: 'none',
    }),
    formats: ['sarif', 'github'],
    examples: [
      [
        'What is registered, but for what is known',
        '--account ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d --off public-shortener="the campaign is given up"',
      ],
      ['A file', 'filing.yaml'],
      ['In a workflow of GitHub', 'filing.yaml -o github'],
    ],
  } satisfies Shape<typeof lintParameters, Finding>
  static override readonly calls = [getBrand, listCampaigns, listUseCases, listEnumerations]

  async run(): Promise<void> {
    const {files = [], account_uuid, off = [], online, fix} = await this.values(Lint.shape)
    if (files.length === 0 && account_uuid === undefined) {
      throw usageError('There is nothing to check.', {
        code: 'missing-value',
        hint: 'Name files, or an account with --account.',
      })
    }
    const {lint} = await import('../../lib/tendlc/lint/lint.ts')
    const {readSource} = await import('../../lib/tendlc/lint/source/read-source.ts')
    let sources = await Promise.all(files.map((file) => readSource(file, this.console.input)))
    const registered = account_uuid === undefined ? undefined : await this.registered(account_uuid)
    if (fix === true) sources = await this.mended(sources, {off, factsOf: () => registered?.facts ?? {}})
    if (registered !== undefined) sources = [...sources, registered.source]
    const facts = {...registered?.facts, ...(online === true && {pages: await this.pages(sources)})}
    await this.report(lint(sources, {off, factsOf: () => facts}))
  }

  /** What an account has, and the platform's lists for it. */
  private async registered(account_uuid: string): Promise<{source: FilingSource; facts: SharedFacts}> {
    const {registeredSource} = await import('../../lib/tendlc/lint/registered.ts')
    const [brand, campaigns, useCases, enumerations] = await Promise.all([
      this.call(getBrand, {account_uuid}),
      collect(this.all(listCampaigns, {account_uuid})),
      collect(this.all(listUseCases, {account_uuid})),
      this.call(listEnumerations, {}),
    ])
    return {source: registeredSource(account_uuid, brand, campaigns), facts: {useCases, enumerations}}
  }

  /** Writes the files that something can be mended in, and says what it was. */
  private async mended(sources: readonly FilingSource[], options: LintOptions): Promise<FilingSource[]> {
    const {fixSource} = await import('../../lib/tendlc/lint/fix.ts')
    const {saveText} = await import('../../lib/output/save-file.ts')
    const results = await Promise.all(sources.map((source) => fixSource(source, options)))
    for (const {source, text, fixed} of results) {
      if (text === undefined) continue
      if (source.file === 'standard input') throw usageError('Standard input cannot be mended.', {hint: 'Name a file.'})
      await saveText(source.file, `${text}\n`)
      for (const {file, field, fix, rule} of fixed)
        await this.console.note(`Mended ${file}: ${field}: ${fix} [${rule}]`)
    }
    return results.map(({source}) => source)
  }

  private async pages(sources: readonly FilingSource[]) {
    const {fetchPages} = await import('../../lib/tendlc/lint/fetch-pages.ts')
    return fetchPages(sources, this.console)
  }

  /** Prints what was found. Throws for errors. */
  private async report(result: LintResult): Promise<void> {
    const {console} = this
    const {counted, lintFailure} = await import('../../lib/tendlc/lint/report/summary.ts')
    if (console.printing.ownFormat === 'sarif') {
      const {sarif} = await import('../../lib/tendlc/lint/report/sarif.ts')
      await console.terminal.out(`${JSON.stringify(sarif(result, console.program.version), null, 2)}\n`)
    } else if (console.printing.ownFormat === 'github') {
      const {githubLine} = await import('../../lib/tendlc/lint/report/github.ts')
      for (const finding of result.findings) await console.terminal.out(`${githubLine(finding)}\n`)
    } else {
      await printRows(Lint.shape.reply, result.findings, this.flags, console)
    }
    // On a terminal, what was found stands before the sum of it.
    await console.terminal.flush()
    const failure = lintFailure(result.findings, {details: false})
    if (failure !== undefined) throw failure
    if (result.findings.length > 0) await console.note(`${counted(result.findings)}.`)
  }
}
