import {type Endpoint} from './endpoints.ts'

interface Match {
  endpoint: Endpoint
  /** Values of the variables in its path. */
  variables: Record<string, string>
}

/** The endpoint for a request: of several that fit, the one with the fewest variables. */
export function matchEndpoint(all: readonly Endpoint[], method: string, path: string): Match | undefined {
  return all
    .filter((endpoint) => endpoint.method === method.toLowerCase())
    .flatMap((endpoint) => {
      const variables = variablesIn(endpoint.path, path)
      return variables ? [{endpoint, variables}] : []
    })
    .toSorted((a, b) => Object.keys(a.variables).length - Object.keys(b.variables).length)[0]
}

function variablesIn(route: string, path: string): Record<string, string> | undefined {
  const wanted = segmentsOf(route)
  const given = segmentsOf(path)
  if (wanted.length !== given.length) return undefined
  const variables: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const [, name] = /^\{(.+)\}$/.exec(segment) ?? []
    const value = given[index] ?? ''
    if (name !== undefined && value !== '') variables[name] = decoded(value)
    else if (segment !== value) return undefined
  }
  return variables
}

/** A slash at the end makes no difference. */
function segmentsOf(path: string): string[] {
  return path.replace(/\/+$/, '').split('/')
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
