import {rowLine} from '../../lib/follow/row-line.ts'
import {poll} from '../../lib/follow/poll.ts'
import {since} from '../../lib/follow/since.ts'
import {beginningOf, firstRows} from '../../lib/follow/tail.ts'
import {TailCommand} from '../../lib/follow/tail-command.ts'
import {list, type Shape} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import {failureOf} from '../../lib/waiting/course.ts'
import {type HistoryRecord, instanceCourse, type TransitionResult} from '../../lib/workflows/instance.ts'
import getHistory from './history/instance.ts'

const parameters = {
  wf_instance_uuid: uuid('INSTANCE', 'instance to follow'),
  since: since('transitions'),
}

const timeOf = ({datetime}: TransitionResult) => Date.parse(datetime)

export default class Tail extends TailCommand {
  static override readonly shape = {
    summary: 'Show the transitions of a workflow instance as they happen',
    description:
      'It ends when the instance does: with exit code 0 when that is complete, and 6 when it failed or was cancelled.',
    parameters,
    reply: list<TransitionResult>({
      columns: ['datetime', 'name', 'result_type', 'result', 'transition_uuid'],
      ...{id: 'transition_uuid', noun: 'transitions', paging: 'none', limit: firstRows},
    }),
    goesOn: true,
    examples: [['One that has ended', '5e594300-27b8-5120-874b-68d8007e3dc9']],
  } satisfies Shape<typeof parameters, TransitionResult>
  static override readonly calls = [getHistory]

  async run(): Promise<void> {
    const {wf_instance_uuid: instance, since: begin} = await this.values(Tail.shape)
    await this.follow(this.#transitions(instance, begin), Tail.shape.reply, {
      timeOf,
      line: ({datetime, name, result_type: type, result}, terminal) =>
        rowLine(datetime, [name.padEnd(24), type, result === undefined ? '' : JSON.stringify(result)], terminal),
    })
  }

  async *#transitions(instance: string, begin: number | undefined): AsyncGenerator<TransitionResult> {
    const {since: start = -Infinity, limit} = beginningOf(begin, this.flags)
    const filter = {show_transition_results: 'true', show_workflow_vars: 'false'}
    // They are only ever added to.
    let told: number | undefined
    let shown: HistoryRecord | undefined
    const look = async () => {
      shown = await this.call(getHistory, {wf_instance_uuid: instance, filter})
      const all = shown.transition_results ?? []
      const rows = told === undefined ? all.filter((one) => timeOf(one) >= start).slice(-limit) : all.slice(told)
      told = all.length
      return {rows, isOver: instanceCourse.meaning(shown.result_type) !== 'pending'}
    }
    yield* poll({...this.polling<TransitionResult>(), look})
    const outcome = {...shown!}
    if (instanceCourse.meaning(outcome.result_type) === 'failed') {
      throw failureOf(instanceCourse, outcome, `commsctl workflows history instance ${instance}`)
    }
  }
}
