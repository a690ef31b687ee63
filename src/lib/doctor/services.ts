import {ExitCode} from '../exit-code.ts'
import {lookAtAll, type Looking, type Seen} from '../status/service-state.ts'
import {type Probe} from '../status/probe.ts'
import {failed, ok, type Outcome, skipped, warning} from './finding.ts'

/** How each service is. */
export async function lookAtServices(probes: readonly Probe[], looking: Looking): Promise<Outcome[]> {
  return (await lookAtAll(probes, looking)).map(outcomeOf)
}

function outcomeOf({state, failure}: Seen): Outcome {
  const {service, milliseconds, api_version, message} = state
  const subject = service
  const said = message ?? ''
  if (state.state === 'up') return ok(`Up, ${milliseconds} ms, API ${api_version}.`, {subject})
  if (state.state === 'unknown') return skipped(said, {subject})
  const mend = failure?.hint ?? `commsctl status --services ${service}`
  if (state.state === 'down') return failed(`Down: ${said}`, {subject, mend})
  const {exit} = failure ?? {}
  if (exit === ExitCode.NotAuthenticated) return failed(`The token is not taken: ${said}`, {subject, mend, exit})
  return warning(`It answers, but refused the request: ${said}`, {subject, mend})
}
