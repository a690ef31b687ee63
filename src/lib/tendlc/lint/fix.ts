import {lint, type LintOptions} from './lint.ts'
import {type FilingSource} from './source/filing-source.ts'
import {sourceOf} from './source/read-source.ts'

/** What was changed in a file. */
export interface Fixed {
  file: string
  field: string
  rule: string
  fix: string
}

/** One mend may show the next: a keyword that is written well may still not be the one that is expected. */
const mostPasses = 5

/** The file with all in place that can be mended safely, and what that was. The text is undefined where nothing was. */
export async function fixSource(
  source: FilingSource,
  options: LintOptions,
): Promise<{source: FilingSource; text?: string; fixed: Fixed[]}> {
  const fixed: Fixed[] = []
  let [current, text]: [FilingSource, string | undefined] = [source, undefined]
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const step = await fixOnce(current, options)
    if (step === undefined) break
    fixed.push(...step.fixed)
    text = step.text
    current = await sourceOf(text, source.file)
  }
  return {source: current, fixed, ...(text !== undefined && {text})}
}

/** Mends each field of one filing once. */
async function fixOnce(
  source: FilingSource,
  options: LintOptions,
): Promise<{text: string; fixed: Fixed[]} | undefined> {
  const mendable = lint([source], options).traced.filter(({hit}) => hit.problem.mend !== undefined)
  const at = mendable[0]?.at
  if (at === undefined) return undefined
  const seen = new Set<string>()
  const chosen = mendable.filter(({at: own, finding: {field}}) => {
    if (own !== at || seen.has(field)) return false
    seen.add(field)
    return true
  })
  const mends = chosen.map(({hit: {part, problem}}) => ({part, field: problem.field, value: problem.mend!}))
  const fixed = chosen.map(({finding: {file, field, rule, fix}}) => ({file, field, rule, fix}))
  return {text: await source.mended(at, mends), fixed}
}
