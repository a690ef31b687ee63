import {type FastifyInstance} from 'fastify'
import {forgetDeleted} from '../messaging/conversations.ts'
import {type Sandbox} from '../sandbox.ts'
import {conversationRoutes} from './messaging-conversations.ts'
import {messageRoutes} from './messaging-messages.ts'

/** The messaging service: users' conversations with phone numbers, and the messages in them. */
export function messaging(app: FastifyInstance, sandbox: Sandbox): void {
  forgetDeleted(sandbox)
  conversationRoutes(app, sandbox)
  messageRoutes(app, sandbox)
}
