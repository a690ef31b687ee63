import {randomBytes} from 'node:crypto'
import {type JsonObject} from '../../../../lib/client/wire.ts'
import {twilio as facts} from '../../../../lib/murano/services/twilio.ts'
import {type Collection} from '../../../collection.ts'
import {putIntoOutbox} from '../../../outbox.ts'
import {namedHexId} from '../../ids.ts'
import {declaredService} from '../declared-service.ts'
import {typeErrorAndStatus} from '../failure-shapes.ts'
import {missing, refused} from '../failure.ts'
import {type ServiceCall} from '../service.ts'
import {type TwilioCall, twilioCalls, type TwilioMessage, twilioMessages} from './records.ts'
import {callView, dayOf, messageView, pageView} from './views.ts'

/** Messages go to the outbox; calls are answered by nobody, and go on as the clock does. */
export const twilio = declaredService(
  facts,
  {
    listCall({From, To, Status, StartTime, ParentCallSid}, call) {
      const found = newestFirst(call, callsOf(call), {from: From, to: To})
        .filter(({created_at}) => StartTime === undefined || dayOf(created_at) === StartTime)
        .map((each) => callView(accountOf(call), each, nowOf(call)))
      const wanted = {status: Status, parent_call_sid: ParentCallSid}
      return pageView(
        accountOf(call),
        'Calls',
        found.filter((view) => isAsWanted(view, wanted)),
      )
    },
    createCall({From, To, Url, ApplicationSid}, call) {
      if (Url === undefined && ApplicationSid === undefined) throw refused('Url or ApplicationSid is needed.')
      const made = callsOf(call).put({...draft(call, 'CA'), from: From, to: To})
      return callView(accountOf(call), made, nowOf(call))
    },
    listMessage({From, To, DateSent}, call) {
      const found = newestFirst(call, messagesOf(call), {from: From, to: To})
        .filter(({created_at}) => DateSent === undefined || dayOf(created_at) === DateSent)
        .map((each) => messageView(accountOf(call), each, nowOf(call)))
      return pageView(accountOf(call), 'Messages', found)
    },
    postMessage({From, To, Body = '', MediaUrl, MessagingServiceSid}, call) {
      if (Body === '' && MediaUrl === undefined) throw refused('Body or MediaUrl is needed.')
      const media = MediaUrl === undefined ? 0 : 1
      const made = messagesOf(call).put({
        ...draft(call, media === 0 ? 'SM' : 'MM'),
        ...{from: From, to: To, body: Body, media, messaging_service_sid: MessagingServiceSid ?? null},
      })
      putIntoOutbox(call.sandbox, {
        channel: media === 0 ? 'sms' : 'mms',
        from: From,
        to: [To],
        content: [{type: 'text', body: Body}, ...(MediaUrl === undefined ? [] : [{type: 'media', body: MediaUrl}])],
        sent_by: null,
      })
      return messageView(accountOf(call), made, nowOf(call))
    },
    getCall: ({CallSid}, call) => callView(accountOf(call), ownOne(call, callsOf(call), 'Call', CallSid), nowOf(call)),
    getMessage: ({MessageSid}, call) =>
      messageView(accountOf(call), ownOne(call, messagesOf(call), 'Message', MessageSid), nowOf(call)),
  },
  typeErrorAndStatus,
)

function callsOf({sandbox}: ServiceCall): Collection<TwilioCall> {
  return sandbox.store.collection(twilioCalls)
}

function messagesOf({sandbox}: ServiceCall): Collection<TwilioMessage> {
  return sandbox.store.collection(twilioMessages)
}

function nowOf({sandbox}: ServiceCall): number {
  return sandbox.clock.now()
}

/** The account of the configuration, or one that is made up. */
function accountOf({config, solution}: ServiceCall): string {
  const given = config.parameters['AccountSid']
  return typeof given === 'string' ? given : `AC${namedHexId(`twilio ${solution.id}`)}`
}

function draft({sandbox, solution}: ServiceCall, prefix: string) {
  const sid = `${prefix}${randomBytes(16).toString('hex')}`
  return {sid, solution_id: solution.id, created_at: sandbox.clock.now()}
}

function newestFirst<Item extends TwilioCall>(
  {solution}: ServiceCall,
  all: Collection<Item>,
  {from, to}: {from: string | undefined; to: string | undefined},
): Item[] {
  const where = {solution_id: solution.id, ...(from !== undefined && {from}), ...(to !== undefined && {to})}
  return all.find({where}).toReversed()
}

function isAsWanted(view: JsonObject, wanted: Readonly<Record<string, string | undefined>>): boolean {
  return Object.entries(wanted).every(([name, value]) => value === undefined || view[name] === value)
}

function ownOne<Item extends TwilioCall>(
  {solution}: ServiceCall,
  all: Collection<Item>,
  what: string,
  sid: string,
): Item {
  const found = all.get(sid)
  if (found?.solution_id !== solution.id) throw missing(`${what} ${sid}`)
  return found
}
