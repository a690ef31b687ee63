/** Below this are the page's files and what it asks for. */
export const pageFolder = '/_sandbox'

/** Whether a request is one of the page's own, which are neither shown on it nor struck by faults. */
export function isOfPage(url: string): boolean {
  return url === '/' || url.startsWith('/?') || url.startsWith(`${pageFolder}/`)
}
