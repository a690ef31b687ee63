import {Command} from '../../../lib/command.ts'
import {type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {boolean, choice, duration, integer, text} from '../../../lib/parameters.ts'
import {faultReply, faultView} from '../../../sandbox/views.ts'
import {withSandbox} from '../../../sandbox/with-sandbox.ts'

export default class Set extends Command {
  static override readonly shape = {
    summary: 'Let requests to the sandbox go wrong',
    description: 'A rule holds for every process that uses this sandbox, until it is cleared or spent.',
    parameters: {
      kind: choice('--kind', 'what goes wrong', ['status', 'latency', 'drop', 'truncate', 'rate-limit'], {
        required: true,
      }),
      path: text('--path', 'paths it strikes; * stands for anything', {default: '*', valueName: 'GLOB'}),
      method: choice('--method', 'methods it strikes; all if left out', [
        'GET',
        'HEAD',
        'POST',
        'PUT',
        'PATCH',
        'DELETE',
      ]),
      status: integer('--status', 'for status: what is answered, 400 to 599'),
      latency: duration('--latency', 'for latency: how long the reply takes'),
      retry_after: integer('--retry-after', 'for rate-limit: seconds to wait, as the reply says'),
      per_second: integer('--per-second', 'for rate-limit: strikes only what comes beyond so many in a second'),
      rate: text('--rate', 'the share of requests that it strikes, above 0 and up to 1', {valueName: 'SHARE'}),
      times: integer('--times', 'how often it strikes before it is spent; without end if left out'),
      after: boolean('--after', 'strike when the request has taken effect: the deed is done, the reply is lost'),
    },
    reply: faultReply,
    effect: {changes: 'set a fault'},
    examples: [
      ['The next two requests meet an overloaded service', '--kind status --status 503 --times 2'],
      ['A purchase goes through and its reply is lost', '--kind drop --method POST --path "/sms/*" --after --times 1'],
      ['Every tenth request is told to slow down', '--kind rate-limit --retry-after 1 --rate 0.1'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {method, status, latency, retry_after, per_second, rate, times, after, ...rest} = await this.values(Set.shape)
    const rule = {
      ...rest,
      ...(method !== undefined && {method}),
      ...(status !== undefined && {status}),
      ...(latency !== undefined && {latencyMs: latency}),
      ...(retry_after !== undefined && {retryAfter: retry_after}),
      ...(per_second !== undefined && {perSecond: per_second}),
      ...(rate !== undefined && {rate: Number(rate)}),
      ...(times !== undefined && {times}),
      ...(after !== undefined && {after}),
    }
    const fault = await withSandbox(this.console.paths, ({faults}) => faults.set(rule))
    await printReply(faultReply, faultView(fault), this.console)
  }
}
