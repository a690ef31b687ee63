import {collect} from '../collect.ts'
import {type ListView, Printer, type View} from '../output/printer.ts'

/** What a command had to say. */
export type Captured =
  | {kind: 'rows'; rows: readonly unknown[]; view: ListView}
  | {kind: 'object'; value: unknown; view: View}
  | {kind: 'text'; value: string}
  | {kind: 'empty'; done: string}

/** Keeps what a command prints, as data; what it selects and sorts is so already. */
export class Capture extends Printer {
  captured: Captured | undefined
  /** What people are told beside it. */
  readonly notes: string[] = []

  protected override async show(rows: AsyncIterable<unknown>, view: ListView): Promise<void> {
    const {columns, idField, noun, line} = view
    this.captured = {kind: 'rows', rows: await collect(rows), view: {columns, idField, noun, line}}
  }

  override async object(value: unknown, view: View): Promise<void> {
    this.captured = {kind: 'object', value, view}
  }

  override async text(value: string): Promise<void> {
    this.captured = {kind: 'text', value}
  }

  override async empty(done: string): Promise<void> {
    this.captured = {kind: 'empty', done}
  }

  override async note(text: string): Promise<void> {
    this.notes.push(text)
  }
}

/** The result as `-o json` has it. */
export function jsonOf(captured: Captured): unknown {
  if (captured.kind === 'rows') return captured.rows
  return captured.kind === 'empty' ? null : captured.value
}
