/** A request, or a pattern of requests: `GET /accounts/accounts/{account_uuid}`, as a route `GET /accounts/accounts/:account`. */
export interface Line {
  method: string
  path: string
}

/** Without its query. */
export function lineOf(text: string): Line {
  const [method = '', url = ''] = text.split(' ')
  return {method, path: url.replace(/\?.*/, '')}
}

/** The pattern that a request comes to: of several, the one with the fewest variables. */
export function patternFor<Pattern extends Line>(patterns: readonly Pattern[], request: Line): Pattern | undefined {
  const variables = ({path}: Line) => path.split('/').filter(isVariable).length
  return patterns.filter((pattern) => fits(pattern, request)).sort((a, b) => variables(a) - variables(b))[0]
}

/** Whether variables meet something, and words the same words. */
function fits(pattern: Line, request: Line): boolean {
  const [taken, asked] = [pattern.path.split('/'), request.path.split('/')]
  const fit = (segment: string, at: number) => segment === asked[at] || (isVariable(segment) && asked[at] !== '')
  return pattern.method === request.method && taken.length === asked.length && taken.every(fit)
}

function isVariable(segment: string): boolean {
  return segment.startsWith(':') || segment.startsWith('{')
}
