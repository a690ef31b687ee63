import {type EndpointHeader, type HandlerHeader} from './script-header.ts'

/** What a project consists of, in the order in which it is pushed: endpoints and handlers require modules. */
export const kinds = ['modules', 'handlers', 'endpoints', 'files', 'resources'] as const
export type Kind = (typeof kinds)[number]

/** One thing of a project, here or there. */
export interface Item {
  kind: Kind
  /** `util.text`, `timer_timer`, `GET /fridges/{id}`, `/css/main.css`, `resources`. */
  name: string
}

/** An item as it is in one place. */
export interface Version extends Item {
  checksum: string
  /** Of a script or the resources: what it says, in the form that is compared. Not there where it need not be read. */
  text?: string | undefined
  /** Of an endpoint. */
  endpoint?: EndpointHeader
  /** Of a handler. */
  handler?: HandlerHeader
}

/** What is the same for what is the same thing. */
export function keyOf({kind, name}: Item): string {
  return `${kind} ${name}`
}

export function byKindAndName(a: Item, b: Item): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.name < b.name ? -1 : 1)
}
