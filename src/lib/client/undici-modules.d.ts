/** The parts of undici that are loaded one by one: its index costs more time than a whole `--version`. */

declare module 'undici/lib/dispatcher/agent.js' {
  import {Agent} from 'undici'
  export default Agent
}

declare module 'undici/lib/core/connect.js' {
  import {buildConnector} from 'undici'
  export default buildConnector
}

declare module 'undici/lib/api/api-request.js' {
  import type {Dispatcher} from 'undici'

  interface RequestHandler extends Dispatcher.DispatchHandler {
    onConnect(abort: (error?: Error) => void, context?: unknown): void
  }

  const request: {
    RequestHandler: new (
      options: Dispatcher.RequestOptions,
      callback: (error: Error | null, reply: Dispatcher.ResponseData) => void,
    ) => RequestHandler
  }
  export default request
}

declare module 'undici/lib/web/fetch/formdata.js' {
  import type {FormData} from 'undici'
  const formData: {FormData: typeof FormData}
  export default formData
}

declare module 'undici/lib/web/fetch/body.js' {
  import type {FormData} from 'undici'

  const body: {
    extractBody(this: void, form: FormData): [{stream: AsyncIterable<Uint8Array>; length: number | null}, string]
  }
  export default body
}

declare module 'undici/lib/dispatcher/dispatcher.js' {
  import {Dispatcher} from 'undici'
  export default Dispatcher
}

declare module 'undici/lib/handler/wrap-handler.js' {
  import type {Dispatcher} from 'undici'

  const WrapHandler: {
    /** A handler of the newer interface, made of one of either. */
    wrap(handler: Dispatcher.DispatchHandler): Dispatcher.DispatchHandler
  }
  export default WrapHandler
}

declare module 'undici/lib/core/errors.js' {
  import {type errors} from 'undici'
  export const SocketError: typeof errors.SocketError
}

declare module 'undici/lib/web/websocket/websocket.js' {
  import {type WebSocket} from 'undici'

  const module: {WebSocket: typeof WebSocket}
  export default module
}
