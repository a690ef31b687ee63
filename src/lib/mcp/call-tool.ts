import {RowInput} from '../batch/row-input.ts'
import {maskJson, maskText} from '../client/masking.ts'
import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {runCommandLine} from '../command-line.ts'
import {type ErrorReport, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Asker} from '../input/prompt.ts'
import {faultsOf} from '../input/check-schema.ts'
import {type Network} from '../network.ts'
import {reportOf} from '../output/error.ts'
import {visible} from '../output/sanitise.ts'
import {type Program} from '../program.ts'
import {CapturedTerminal} from './captured-terminal.ts'
import {type Tool} from './tool.ts'
import {typedWords} from './typed-words.ts'

/** What holds for all calls of a server. */
export interface CallContext {
  program: Program
  network: Network
  profile: string | undefined
  account: string | undefined
}

/** What a tool has answered: the result of the command, or its error, and what people would have been told. */
export interface ToolResult {
  [name: string]: unknown
  isError?: boolean
  structuredContent: {[name: string]: unknown}
  content: {type: 'text'; text: string}[]
}

/** Runs the command of a tool, as a run of its own. */
export async function callTool(
  tool: Tool,
  input: JsonObject,
  {program, ...shared}: CallContext,
  {asker, signal}: {asker: Asker; signal: AbortSignal},
): Promise<ToolResult> {
  const faults = inputFaults(tool, input)
  if (faults.length > 0) return failed(usageError('The input is not right.', {code: 'invalid-value', details: faults}))
  const terminal = new CapturedTerminal()
  let failure: unknown
  const exit = await runCommandLine(program, typedWords(tool, input), {
    ...shared,
    ...{terminal, asker, signal, input: new RowInput(terminal)},
    failed: (error) => (failure = error),
  })
  if (failure !== undefined) return failed(failure, terminal)
  const result = safe(resultOf(terminal.output, tool))
  const shown = typeof result === 'string' ? result : JSON.stringify(result)
  return {
    ...(exit !== ExitCode.Done && {isError: true}),
    structuredContent: {result, ...(exit !== ExitCode.Done && {exit})},
    content: [text(shown), ...notesOf(terminal)],
  }
}

/** An error as a result: code, message, hint, exit code, trace. What was printed before it is there, too. */
export function failed(error: unknown, terminal?: CapturedTerminal): ToolResult {
  const report = safe(reportOf(error) as unknown as JsonValue) as unknown as ErrorReport
  const printed = terminal === undefined ? '' : (safe(terminal.output) as string)
  return {
    isError: true,
    structuredContent: {error: report},
    content: [
      text(JSON.stringify(report)),
      ...(printed === '' ? [] : [text(printed)]),
      ...(terminal === undefined ? [] : notesOf(terminal)),
    ],
  }
}

function inputFaults({input: schema}: Tool, input: JsonObject): string[] {
  const unknown = Object.keys(input).filter((name) => !Object.hasOwn(schema.properties, name))
  return [...unknown.map((name) => `${name} is not among the inputs.`), ...faultsOf(input, schema)]
}

function resultOf(output: string, {formats}: Tool): JsonValue {
  if (!formats) return output
  try {
    return output === '' ? null : (JSON.parse(output) as JsonValue)
  } catch {
    // Code of its own has printed something else, as a command may that is asked for a part.
    return output
  }
}

/** Without secrets, and without characters that do something to whoever shows them. */
function safe(value: JsonValue): JsonValue {
  return harmless(typeof value === 'string' ? maskText(value) : maskJson(value))
}

function harmless(value: JsonValue): JsonValue {
  if (typeof value === 'string') return visible(value, '\n\t')
  if (Array.isArray(value)) return value.map(harmless)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [visible(name), harmless(inner)]))
}

function notesOf({notes}: CapturedTerminal): {type: 'text'; text: string}[] {
  return notes === '' ? [] : [text(notes)]
}

function text(content: string): {type: 'text'; text: string} {
  return {type: 'text', text: content}
}
