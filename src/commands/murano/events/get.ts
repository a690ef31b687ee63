import {Command} from '../../../lib/command.ts'
import {notFoundError} from '../../../lib/errors.ts'
import {eventOf} from '../../../lib/murano/event-of.ts'
import {handlerParameters} from '../../../lib/murano/handler-parameters.ts'
import {getServiceSchema} from '../../../lib/murano/service-calls.ts'
import {eventColumns, eventDetails, type EventDetails} from '../../../lib/murano/service-events.ts'
import {ServiceSchemas} from '../../../lib/murano/service-schemas.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'

export default class Get extends Command {
  static override readonly shape = {
    summary: 'Show what an event tells, and a script to begin with',
    parameters: handlerParameters,
    reply: object<EventDetails>({columns: eventColumns, id: 'handler'}),
    examples: [
      ['All of it', 'timer timer --solution clinic-monitor'],
      ['A script to begin with', 'fridge event --jq .stub --solution clinic-monitor'],
    ],
  } satisfies Shape
  static override readonly calls = [getServiceSchema]

  async run(): Promise<void> {
    const {solution, service, event} = await this.identified(Get.shape, await this.values(Get.shape))
    const schemas = new ServiceSchemas(this, this.console)
    const found = await eventOf(schemas, service, event, solution)
    if (found === undefined)
      throw notFoundError(
        `The service ${service} does not say what events it has.`,
        `commsctl murano events list --solution ${solution}`,
      )
    await printReply(Get.shape.reply, eventDetails(service, found), this.console)
  }
}
