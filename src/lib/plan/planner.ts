import {type Caller, type Operation} from '../operation/declaration.ts'
import {type Inputs, type Parameters} from '../parameter.ts'
import {type Sections} from './make-plan.ts'
import {textOf} from './matching.ts'
import {type Existing, type Kind, type Planning} from './kind.ts'

/** Reads what an account has, each kind once and side by side. */
export class Planner implements Planning {
  readonly #read = new Map<string, Promise<readonly Existing[]>>()

  constructor(
    readonly account: string,
    private readonly kinds: readonly Kind[],
    private readonly caller: Caller,
    private readonly sections?: Sections,
  ) {}

  existing(section: string): Promise<readonly Existing[]> {
    const known = this.#read.get(section) ?? this.kindOf(section)!.read(this)
    this.#read.set(section, known)
    return known
  }

  kindOf(section: string): Kind | undefined {
    return this.kinds.find((kind) => kind.section === section)
  }

  placesOf(section: string): ReadonlySet<string> | undefined {
    const within = this.kindOf(section)?.within
    if (within === undefined || this.sections === undefined) return undefined
    return new Set((this.sections.get(section) ?? []).map(({fields}) => textOf(fields[within])))
  }

  call<P extends Parameters, T>(operation: Operation<P, T>, inputs: Inputs<P>): Promise<T> {
    return this.caller.call(operation, inputs)
  }

  all<P extends Parameters, T>(operation: Operation<P, T>, inputs: Inputs<P>): AsyncIterable<T> {
    return this.caller.all(operation, inputs)
  }
}
