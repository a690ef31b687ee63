import {type Console} from '../console.ts'
import {type OutputFormat} from '../output/format.ts'
import {type Course, type Followed} from '../waiting/course.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {type AuthKind, type HostName, type JsonObject, type JsonValue, type Method} from '../client/wire.ts'
import {type Lookup} from './lookup.ts'
import {type Inputs, type Parameters, type Values} from '../parameter.ts'

export type RequestLine = `${Exclude<Method, 'HEAD'>} /${string}`

type MethodOf<L extends string> = L extends `${infer M} ${string}` ? M : never

type VariablesOf<L extends string> = L extends `${string}{${infer Name}}${infer Rest}`
  ? Name | VariablesOf<Rest>
  : never

/** The request line, or the line with what it needs beside it. */
export type Request<L extends RequestLine> = L | RequestDetails<L>

export interface RequestDetails<L extends RequestLine = RequestLine> {
  line: L
  /** `api` unless said; `given` is what the parameter whose place is `host` holds. */
  host?: HostName | 'given'
  /** `bearer` unless said. */
  auth?: AuthKind
  /** JSON unless said; YAML is one text, as it was given. */
  body?: 'json' | 'form' | 'multipart' | 'yaml'
  /** Values that are always sent. A list repeats the name. */
  fixedQuery?: Readonly<Record<string, string | readonly string[]>>
  /** Body values that are always sent, by (nested) name. None, `{}`, is a body without values. */
  fixedBody?: Readonly<Record<string, JsonValue>>
  headers?: Readonly<Record<string, string>>
  /** The reply is a secret, and shown nowhere. */
  secretReply?: true
}

/** A name in the path takes no other place, and no other name takes that; a GET has no body. What does not fit becomes a type that says so. */
type Fitting<L extends string, Name, X> = X extends {place: infer P}
  ? Name extends VariablesOf<L>
    ? P extends undefined
      ? X
      : 'this name stands in the path'
    : P extends 'path'
      ? 'the path has no such name'
      : [MethodOf<L>, P] extends ['GET', 'body']
        ? 'a GET has no body'
        : X
  : never

/** Every variable of the path has a parameter, and every parameter fits its place. */
export type Complete<L extends string, P> = {[K in keyof P]: Fitting<L, K, P[K]>} & Record<VariablesOf<L>, unknown>

/**
 * How a list is paged: which names of the query, or of the body, carry the page; without `offset`, the service gives the
 * first rows only; without `limit`, as many at once as it likes;
 * by `cursor` where the last row of a page is what the next one is asked for by; `none` where it sends all rows at once.
 */
export type Paging = {offset?: string; limit?: string; in?: 'body'; cursor?: Cursor} | 'none'

/** Pages that go back in time: those before a row’s time are the next. */
export interface Cursor {
  /** Query name that carries it. */
  query: string
  /** The field of a row that it is, a whole number. */
  field: string
  /** The field that tells rows apart: several may have the same time. */
  id: string
  /** The field of the reply that says whether there is more. */
  more: string
}

/** What comes back. The type says what a row or an object holds; columns are what a table shows of it. */
export interface Reply<T = unknown> {
  kind: 'object' | 'list' | 'outcomes' | 'empty' | 'text' | 'file'
  columns: readonly ColumnSpec[]
  /** Field that `-o id` prints. */
  id: string | undefined
  /** Field that stands alone for the whole where no format is chosen: what pipes want of it. */
  alone: string | undefined
  paging: Paging
  /** How many rows are shown unless said; all when undefined. */
  limit: number | undefined
  /** Answers 202 and works on: `--wait` polls until it is done. */
  pending: boolean
  /** The way to the rows or the object inside the reply, when it is not the reply itself. */
  unwrap: string | undefined
  /** Rows in words: `Showing 50 of 1,234 numbers`. */
  noun: string
  /** What a terminal is told after an empty reply. */
  done: string
  /** A web page is a reply like any other, and not somebody else's. */
  pages: boolean
  /** Never there: it carries the type. */
  readonly holds?: {type: T}
}

interface Table<T> {
  columns: readonly ColumnSpec<T>[]
  id?: T extends object ? keyof T & string : 'value'
}

/** Rows that a list shows unless said. */
const defaultLimit = 50

const base = {
  columns: [],
  id: undefined,
  alone: undefined,
  paging: 'none',
  limit: undefined,
  pending: false,
  unwrap: undefined,
  noun: 'rows',
  done: 'Done.',
  pages: false,
} as const

/**
 * One JSON object. `pending`: the call answers 202 and goes on working. `nothing`: what people are told when there is none
 * yet. `alone`: the field that is all of it to people.
 */
export function object<T extends object = JsonObject>(
  options: Table<T> & {pending?: boolean; nothing?: string; alone?: keyof T & string},
): Reply<T> {
  return {
    ...base,
    kind: 'object',
    columns: options.columns,
    id: options.id,
    alone: options.alone,
    pending: options.pending ?? false,
    done: options.nothing ?? base.done,
  }
}

/** Rows: `items` with `metadata`, or a bare array. `noun` is plural; `limit` is how many are shown unless said, 50 or more. */
export function list<T = JsonObject>(
  options: Table<T> & {noun: string; paging?: Paging; limit?: number; unwrap?: string},
): Reply<T> {
  const paging = options.paging ?? {offset: 'offset', limit: 'limit'}
  return {
    ...base,
    kind: 'list',
    columns: options.columns,
    id: options.id,
    paging,
    limit: options.limit ?? (paging === 'none' ? undefined : defaultLimit),
    noun: options.noun,
    unwrap: options.unwrap,
  }
}

/** What became of each of many things: printed as rows by the command's own code. */
export function outcomes<T extends object>(options: Table<T> & {noun: string}): Reply<T> {
  return {...base, kind: 'outcomes', columns: options.columns, id: options.id, noun: options.noun}
}

/** No body worth showing. `done` tells a terminal what happened. */
export function empty(done: string, options: {pending?: boolean} = {}): Reply<undefined> {
  return {...base, kind: 'empty', done, pending: options.pending ?? false}
}

/** Plain text; with `pages`, also that of web pages. */
export function plainText({pages = false}: {pages?: boolean} = {}): Reply<string> {
  return {...base, kind: 'text', pages}
}

/** Bytes, streamed to `--out FILE` or standard output. */
export function bytes(): Reply<undefined> {
  return {...base, kind: 'file'}
}

/** What a call does besides answering. Reading calls have none. */
export interface Effect {
  /** What is changed, in words that fit “release numbers”. */
  changes: string
  /** Whether doing it twice is doing it once; true for PUT and DELETE unless said. */
  idempotent?: boolean
  /** Cannot be undone: asked first. */
  destructive?: boolean
  /** Can be undone, but cuts people off until it is: asked first. */
  disruptive?: boolean
  /** Costs money: asked first. */
  billable?: boolean
  /** The service puts the body in place of all that it holds: what was given is first laid over that. Needs `current`. */
  replaces?: boolean
  /** For what runs whatever it is told: what that does, with these values. In production, all but reading is asked about. */
  told?(values: Readonly<Record<string, unknown>>): 'reads' | 'changes' | 'destroys'
}

/** A call that takes several things in an array, and does all of them or none. */
export interface Each {
  /** The parameter that holds the array. */
  parameter: string
  /** What one of them is called in outcomes. */
  name: string
  /** The word for one that is done: `provisioned`. */
  done: string
  /** Whether the service refuses to do it again for one that is done: then sending it after a look does no harm. */
  once?: boolean
  /** How many the platform takes in one request; 100 unless said. */
  atMost?: number
}

/** The command that takes an action back, and its values by their names on the wire. */
export interface Undo {
  command: string
  values: JsonObject
  /** What is not as it was before even then. */
  caveat?: string
}

/** The outcome of looking whether a call whose reply was lost has been carried out; `open` says what speaks for it. */
export type Settled<T> = {done: true; reply?: T} | {done: false} | {done: 'open'; clue: string; hint: string}

export interface CallOptions {
  /** Whether to wait where the service goes on working; true unless said. */
  wait?: boolean
}

/** Makes typed calls; what operations and commands reach the service through. */
export interface Caller {
  call<P extends Parameters, T>(operation: Operation<P, T>, inputs: Inputs<P>, options?: CallOptions): Promise<T>
  all<P extends Parameters, T>(operation: Operation<P, T>, inputs: Inputs<P>): AsyncIterable<T>
}

/** What a command is: all that help, checks, completion and documentation need to know of it. */
export interface Shape<P extends Parameters = Parameters, T = unknown> {
  summary: string
  description?: string
  parameters: P
  /** Left out where nothing comes back that can be formatted. */
  reply?: Reply<T> | undefined
  effect?: Effect | undefined
  /** Title and arguments: they run as they stand on a freshly seeded sandbox. */
  examples: readonly (readonly [title: string, args: string])[]
  /** Whether it talks to a service; true unless said. */
  online?: boolean
  /** Many things go in a request, and each has an outcome of its own. */
  each?: Each
  /** Whether it can be done for each row of a file. Not enumerable: code of its own that is made of a call's shape does not take rows. */
  readonly takesRows?: boolean
  /** What it prints in unless told otherwise; `table` unless said. */
  format?: OutputFormat
  /** What else `-o` may say: formats that code of its own writes. */
  formats?: readonly string[]
  /** Whether code of its own can show its requests without sending them; calls always can. */
  dryRun?: boolean
  /** Whether it runs also where settings and profile cannot be made out: it is what finds out why. */
  diagnoses?: boolean
  /** States that `--wait` can name, where code of its own waits. */
  waits?: readonly string[]
  /** Whether `--profile` may name a profile that does not exist yet, and the flags of hosts are settings. */
  makesProfile?: boolean
  /** Whether it runs other commands, each by itself: those are remembered, it is not, and it is not run by another. */
  runsOthers?: boolean
  /** Whether it goes on by itself, mostly until it is stopped: there is no end to watch for. */
  goesOn?: boolean
  /** A jq program that is true of what it shows once that changes no more by itself: `--watch` without `--until` ends then. */
  over?: string
  /**
   * Whether programs may have it as a tool; unless said, where it talks to a service, ends, and needs no files of this machine.
   * Not what logs in, or goes around the questions that other commands ask.
   */
  tool?: boolean
}

/** What is done by several calls in place of one, for what was typed or for a row. */
export interface Procedure<P extends Parameters = Parameters, T = unknown> {
  /** Throws a usage error for values that are right by themselves, but not together. */
  check?(values: Values<P>): void
  /** What is to be done, where it depends on what the service holds. */
  prepare?(caller: Caller, values: Values<P>): Promise<Values<P>>
  /** The requests that `--dry-run` shows: as many as are known without making one. */
  requests(values: Values<P>): readonly (readonly [Operation, Readonly<Record<string, unknown>>])[]
  /** The calls of which replies tell whether they are made, and with what: `--dry-run` names them. */
  later?(values: Values<P>): readonly DocumentedCall[]
  /** Shows what nobody should agree to unseen, and asks. */
  ask?(values: Values<P>, console: Console, confirm: () => Promise<void>): Promise<void>
  /** Does it; with outcomes, what became of each. */
  perform(caller: Caller, values: Values<P>, options: {wait: boolean}): Promise<T | readonly T[]>
}

/** A command that is one API call, or with a procedure several. */
export interface Declaration<P extends Parameters = Parameters, T = unknown> extends Shape<P, T> {
  /** The call's name in public clients, `Area.function`. */
  operation: string
  /** Other calls of public clients that this one does all of: the same request, with less to choose. */
  also?: readonly string[]
  request: RequestDetails
  procedure?: Procedure
  /** What the thing goes through that this call shows. */
  course?: Course
  /** How what this call has begun is followed: what `--wait` looks at. */
  followed?: Followed<P, NoInfer<T>>
  /** Variables of the path that nobody gives: ids that are found by the call's other values. */
  lookups?: Readonly<Record<string, Lookup>>
  reply: Reply<T>
  /** Values of the body that follow from others, by (nested) name. */
  derived?(values: Values<P>): Readonly<Record<string, JsonValue>>
  /** What the service holds now, in the form of the whole body: where `--edit` begins. The body among the values is what was typed of it. */
  current?(caller: Caller, values: Values<P>): Promise<object>
  /** What it hits and what depends on that, a line each: shown before the question whether to go ahead. */
  consequences?(caller: Caller, values: Values<P>): Promise<readonly string[]>
  /** Looks whether a call with these values, begun at that time (milliseconds since 1970), took effect, after its reply was lost. */
  settle?(caller: Caller, values: Values<P>, begun: number): Promise<Settled<NoInfer<T>>>
  /** What takes the call back, where something does. */
  undo?(values: Values<P>, reply: NoInfer<T>): Undo | undefined
}

/** An API call: a command that people run and a typed call that code makes. */
export interface Operation<P extends Parameters = Parameters, T = unknown> {
  readonly shape: Declaration<P, T>
}

/** A call as the documents know it; without a request where nothing is sent. */
export interface DocumentedCall {
  readonly shape: Pick<Declaration, 'operation' | 'also'> & Partial<Pick<Declaration, 'request' | 'parameters'>>
}
