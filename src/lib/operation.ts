import {type JsonValue} from './client/wire.ts'
import {Command, type CommandClass} from './command.ts'
import {
  type Caller,
  type Complete,
  type Declaration,
  type Operation,
  type Reply,
  type Request,
  type RequestDetails,
  type RequestLine,
  type Settled,
  type Shape,
  type Undo,
} from './operation/declaration.ts'
import {type Course, type Followed} from './waiting/course.ts'
import {type Lookup} from './operation/lookup.ts'
import {runOperation} from './operation/run.ts'
import {type Parameters, type Values} from './parameter.ts'

export type OperationClass<P extends Parameters = Parameters, T = unknown> = CommandClass & Operation<P, T>

type Declared<L extends RequestLine, P extends Parameters, T> = Omit<
  Shape<P, T>,
  'reply' | 'online' | 'makesProfile'
> & {
  operation: string
  also?: readonly string[]
  request: Request<L>
  parameters: P & Complete<L, P>
  reply: Reply<T>
  lookups?: Readonly<Record<string, Lookup>>
  course?: Course
  followed?: Followed<P, NoInfer<T>>
  derived?(values: Values<P>): Readonly<Record<string, JsonValue>>
  consequences?(caller: Caller, values: Values<P>): Promise<readonly string[]>
  current?(caller: Caller, values: Values<P>): Promise<object>
  settle?(caller: Caller, values: Values<P>, begun: number): Promise<Settled<NoInfer<T>>>
  undo?(values: Values<P>, reply: NoInfer<T>): Undo | undefined
}

/**
 * Declares an API call once. What comes back is a command that people run and a typed call that code makes; flags,
 * arguments, help, checks, the request, paging, waiting, output and documentation follow from the declaration.
 */
export function operation<const L extends RequestLine, P extends Parameters, T>(
  declared: Declared<L, P, T>,
): OperationClass<P, T> {
  const request: RequestDetails = typeof declared.request === 'string' ? {line: declared.request} : declared.request
  return commandFor({...declared, request})
}

/** The command and typed call that a declaration is. */
export function commandFor<P extends Parameters, T>(declared: Declaration<P, T>): OperationClass<P, T> {
  const declaration = {...declared}
  Object.defineProperty(declaration, 'takesRows', {value: declared.effect !== undefined})
  return class OperationCommand extends Command {
    static override readonly shape = declaration as unknown as Declaration
    static override readonly calls: readonly Operation[] = [
      {shape: declaration},
      ...(declaration.also ?? []).map((operation) => ({shape: {...declaration, operation}})),
    ]

    async run(): Promise<void> {
      const {shape} = OperationCommand
      if (shape.takesRows === true && (await this.runRows(shape))) return
      await runOperation(shape, await this.values(shape), this.flags, this.console)
    }
  } as unknown as OperationClass<P, T>
}
