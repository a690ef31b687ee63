import {Command} from '../command.ts'
import {type Console} from '../console.ts'
import {type OperationClass} from '../operation.ts'
import {type Parameters, type Values} from '../parameter.ts'
import {asksFirst, question, subject} from './confirm.ts'
import {
  type Caller,
  type Declaration,
  type DocumentedCall,
  type Procedure,
  type Reply,
  type Shape,
} from './declaration.ts'
import {printRows} from './print-rows.ts'
import {noteLater, printOutcome, showRequest} from './run.ts'

type Declared<P extends Parameters, T> = Shape<P, T> &
  Procedure<NoInfer<P>, NoInfer<T>> & {
    reply: Reply<T>
    /** All that it calls; it stands for the first. */
    calls: readonly [DocumentedCall, ...DocumentedCall[]]
    /** Those of the calls that a flag selects. */
    variants?: Readonly<Record<string, DocumentedCall>>
  }

/**
 * A command that makes several calls, declared as one that makes a single one is: what is done for the values that were
 * typed is done for each row as well.
 */
export function procedure<P extends Parameters, T>(whole: Declared<P, T>): OperationClass<P, T> {
  const {calls, variants = {}, ...declared} = whole
  const [{shape: first}] = calls
  const shape = {
    ...declared,
    ...{operation: first.operation, request: first.request, settle: undefined, undo: undefined},
    procedure: declared as Procedure,
  } as unknown as Declaration
  Object.defineProperty(shape, 'takesRows', {value: true})
  return class ProcedureCommand extends Command {
    static override readonly shape = shape
    static override readonly calls = calls
    static override readonly variants = variants

    async run(): Promise<void> {
      if (await this.runRows(shape)) return
      const {flags, console} = this
      await runProcedure(shape, await this.values(shape), {flags, console, caller: this})
    }
  } as unknown as OperationClass<P, T>
}

/** Does what a procedure does, asked first where it must be, and prints what came of it. */
async function runProcedure(
  shape: Declaration,
  typed: Values<Parameters>,
  {flags, console, caller}: {flags: Readonly<Record<string, unknown>>; console: Console; caller: Caller},
): Promise<void> {
  const {effect, reply, procedure} = shape
  procedure!.check?.(typed)
  const values = await preparedValues(shape, typed, caller)
  if (flags['dry-run'] === true) return noteLater(await showRequests(shape, values, console), console)
  const confirm = async () => {
    if (asksFirst(effect!)) await console.confirm(question(effect!, subject(shape, values)))
  }
  await (procedure!.ask === undefined ? confirm() : procedure!.ask(values, console, confirm))
  const result = await procedure!.perform(caller, values, {wait: flags['wait'] !== false})
  if (reply.kind === 'outcomes') await printRows(reply, result as unknown[], flags, console)
  else await printOutcome(shape, {values, reply: result}, {flags, caller, console})
}

/** The values with what follows from what the service holds now, where a procedure needs that. */
export async function preparedValues(
  {procedure}: Pick<Declaration, 'procedure'>,
  values: Values<Parameters>,
  caller: Caller,
): Promise<Values<Parameters>> {
  return procedure?.prepare === undefined ? values : procedure.prepare(caller, values)
}

/** Shows the requests of a procedure as far as they are known beforehand, and gives back what follows; of a call, its only one. */
export async function showRequests(
  shape: Declaration,
  values: Values<Parameters>,
  console: Console,
): Promise<readonly DocumentedCall[]> {
  const requests = shape.procedure?.requests(values) ?? [[{shape}, values] as const]
  for (const [operation, inputs] of requests) await showRequest(operation.shape, inputs, console)
  return shape.procedure?.later?.(values) ?? []
}
