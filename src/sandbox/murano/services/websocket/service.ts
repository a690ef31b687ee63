import {websocket as facts} from '../../../../lib/murano/services/websocket.ts'
import {declaredService} from '../declared-service.ts'
import {typeErrorAndStatus} from '../failure-shapes.ts'
import {missing} from '../failure.ts'

/** Connections end with the process that serves them, and the sandbox takes none: whatever is asked for is closed. */
export const websocket = declaredService(facts, {get: closed, close: closed, send: closed}, typeErrorAndStatus)

function closed({socket_id}: {socket_id: string}): never {
  throw missing(`Connection ${socket_id}`)
}
