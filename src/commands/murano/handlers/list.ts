export {listEventHandlers as default} from '../../../lib/murano/event-handler-calls.ts'
