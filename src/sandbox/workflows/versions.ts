/** Orders semantic versions, older ones first; what is before a release (`1.0.0-beta`) is older than that. */
export function compareVersions(a: string, b: string): number {
  const [coreA, beforeA] = parts(a)
  const [coreB, beforeB] = parts(b)
  const byCore = coreA.localeCompare(coreB, 'en', {numeric: true})
  if (byCore !== 0 || beforeA === beforeB) return byCore
  if (beforeA === undefined || beforeB === undefined) return beforeA === undefined ? 1 : -1
  return beforeA.localeCompare(beforeB, 'en', {numeric: true})
}

function parts(version: string): [core: string, before: string | undefined] {
  const at = version.indexOf('-')
  return at < 0 ? [version, undefined] : [version.slice(0, at), version.slice(at + 1)]
}
