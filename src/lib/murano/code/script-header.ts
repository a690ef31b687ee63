/** The first line of a script that says what it is for: where and how it is read and written. */
export interface HeaderForm<Header> {
  /** Matches a whole header line. */
  pattern: RegExp
  read(this: void, groups: Readonly<Record<string, string | undefined>>): Header
  write(this: void, header: Header): string
  /** What the item is called. */
  name(this: void, header: Header): string
}

export interface EndpointHeader {
  /** In capitals. */
  method: string
  path: string
  content_type: string
}

/** What a service is told of requests where nothing is said. */
export const usualContentType = 'application/json'

/** `--#ENDPOINT GET /path [CONTENT TYPE]`. */
export const endpointForm: HeaderForm<EndpointHeader> = {
  pattern: /^\s*--#ENDPOINT\s+(?<method>\S+)\s+(?<path>\S+)(?:[ \t]+(?<type>\S.*?))?\s*$/,
  read: ({method = '', path = '', type}) => ({
    method: method.toUpperCase(),
    path,
    content_type: type ?? usualContentType,
  }),
  write: ({method, path, content_type: type}) =>
    `--#ENDPOINT ${method} ${path}${type === usualContentType ? '' : ` ${type}`}`,
  name: ({method, path}) => `${method} ${path}`,
}

export interface HandlerHeader {
  service: string
  event: string
}

/** What stands for the id of the project's product, so that a project can be pushed to another one. */
export const productPlaceholder = '{product.id}'

/** `--#EVENT SERVICE EVENT`, where the service may be the project's product. */
export function handlerForm(product: string | undefined): HeaderForm<HandlerHeader> {
  return {
    pattern: /^\s*--#EVENT\s+(?<service>\S+)\s+(?<event>\S+)\s*$/,
    read: ({service = '', event = ''}) => ({
      service: service === productPlaceholder && product !== undefined ? product : service,
      event,
    }),
    write: ({service, event}) => `--#EVENT ${service} ${event}`,
    name: ({service, event}) => `${service}_${event}`,
  }
}
