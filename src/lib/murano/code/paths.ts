import {type EndpointHeader, type HandlerHeader} from './script-header.ts'

// Where things of a project are in its folders; all paths relative, with slashes.

const extension = /\.lua$/i

/** The name of a module in a file: folders become dots, unless the project nests nothing. */
export function moduleName(path: string, {nested}: {nested: boolean}): string {
  const parts = path.replace(extension, '').split('/')
  return nested ? parts.join('.') : (parts.at(-1) ?? '')
}

export function modulePath(name: string, {nested}: {nested: boolean}): string {
  return `${nested ? name.replaceAll('.', '/') : name}.lua`
}

/** `fridges-{id}.get.lua` for `GET /fridges/{id}`. */
export function endpointPath({method, path}: EndpointHeader): string {
  // A name must not begin with a dot: such files are passed over.
  const parts = path
    .replace(/^[/.]+/, '')
    .split('/')
    .filter((part) => part !== '')
  return `${parts.length === 0 ? 'root' : parts.join('-')}.${method.toLowerCase()}.lua`
}

export function handlerPath({service, event}: HandlerHeader): string {
  return `${service}_${event}.lua`
}

/** The event of a script that does not say it: `timer_timer.lua` and `timer/timer.lua` are for `timer` of `timer`. */
export function handlerOfPath(path: string): HandlerHeader | undefined {
  const {service, event} = /^(?:.*\/)?(?<service>[^/_]+)[/_](?<event>[^/]+)\.lua$/i.exec(path)?.groups ?? {}
  return service === undefined || event === undefined ? undefined : {service, event}
}

/** The path that a static file is served at: the first page is `/`. */
export function assetName(path: string, defaultPage: string): string {
  return path === defaultPage ? '/' : `/${path}`
}

export function assetPath(name: string, defaultPage: string): string {
  return name === '/' ? defaultPage : name.replace(/^\/+/, '')
}

/** Whether a path stays in its folder, whatever somebody has called a thing. */
export function isInside(path: string): boolean {
  const parts = path.split(/[/\\]/)
  return path !== '' && !path.includes('\0') && !/^([/\\]|[a-z]:)/i.test(path) && !parts.includes('..')
}

/** The path, or the next one of its kind that is free: `x.lua`, `x-2.lua`. */
export function freePath(path: string, isTaken: (path: string) => boolean): string {
  const [, stem = path, end = ''] = /^(.*?)((?:\.[^./]*)?)$/.exec(path) ?? []
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : `${stem}-${number}${end}`
    if (!isTaken(candidate)) return candidate
  }
}
