import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {applicationId, muranoSandbox} from './murano-support.ts'
import {type Reply} from './support.ts'

export interface Caller {
  sandbox: Sandbox
  /** Calls an operation; the whole reply. */
  call: (operation: string, given?: object) => Promise<Reply>
  /** Calls an operation; what comes back, which must be a success. */
  result: (operation: string, given?: object) => Promise<unknown>
}

/** A fresh sandbox, with what calls a service of the seeded application. */
export async function calling(service: string): Promise<Caller> {
  const {sandbox, send} = await muranoSandbox()
  const call = (operation: string, given: object = {}) =>
    send(`POST /solution/${applicationId}/serviceconfig/${service}/call/${operation}`, given)
  const result = async (operation: string, given: object = {}) => {
    const reply = await call(operation, given)
    if (reply.status >= 300) throw new Error(`${operation}: ${reply.status} ${reply.text}`)
    return reply.text === '' ? undefined : reply.json()
  }
  return {sandbox, call, result}
}
