/** Why a call of the One Platform failed, as its answer says it. */
export class RpcError extends Error {
  readonly code: number
  readonly context: string

  constructor(code: number, message: string, context: string) {
    super(message)
    this.code = code
    this.context = context
  }
}

export function badArgument(context: string): RpcError {
  return new RpcError(501, 'Parameter Error', context)
}
