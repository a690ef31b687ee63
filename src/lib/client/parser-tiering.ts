/**
 * undici's HTTP parser is WebAssembly. The V8 of Node 20 optimises it in the background after some hundred bytes, and a
 * process waits at its end until that is done, which takes longer than a request. Newer versions have a larger budget.
 */
const isHasty = process.versions.node.startsWith('20.')
let isDeferred = false

/** Gives the parser the budget that newer versions of V8 have. */
export function deferParserTiering(): void {
  if (!isHasty) return
  setBudget(13_000_000)
  isDeferred = true
}

/** Does that under the flags that Node starts with: V8 takes a code cache only under the flags that it was made under. */
export function underFirstFlags<T>(make: () => T): T {
  if (!isDeferred) return make()
  setBudget(1_800_000)
  try {
    return make()
  } finally {
    setBudget(13_000_000)
  }
}

function setBudget(bytes: number): void {
  process.getBuiltinModule('node:v8').setFlagsFromString(`--wasm-tiering-budget=${bytes}`)
}
