import {type JsonObject} from '../../../client/wire.ts'
import {allRules} from '../all-rules.ts'
import {type Finding, type Suppressed} from '../finding.ts'
import {type LintResult} from '../lint.ts'

/** Findings as SARIF 2.1.0, with those that are switched off and why. */
export function sarif({findings, suppressed}: LintResult, version: string): JsonObject {
  const used = new Set([...findings, ...suppressed].map(({rule}) => rule))
  const rules = allRules.filter(({id}) => used.has(id))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'commsctl 10dlc lint',
            version,
            rules: rules.map(({id, summary, level, code}) => ({
              id,
              shortDescription: {text: `${summary}.`},
              defaultConfiguration: {level},
              ...(code !== null && {properties: {rejection_code: code}}),
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          ...findings.map(result),
          ...suppressed.map((one) => ({...result(one), suppressions: [suppression(one)]})),
        ],
      },
    ],
  }
}

function suppression({reason, in_source}: Suppressed): JsonObject {
  return {kind: in_source ? 'inSource' : 'external', justification: reason}
}

function result({file, rule, level, field, message, fix, line, column, end_line, end_column}: Finding): JsonObject {
  const region = {startLine: line, startColumn: column, endLine: end_line, endColumn: end_column}
  return {
    ruleId: rule,
    level,
    message: {text: `${message} ${fix}`},
    locations: [
      {
        ...(line !== null && {physicalLocation: {artifactLocation: {uri: uriOf(file)}, region}}),
        logicalLocations: [{fullyQualifiedName: line === null ? `${file}: ${field}` : field}],
      },
    ],
  }
}

/** A path as a URI reference, with slashes. */
function uriOf(file: string): string {
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
}
