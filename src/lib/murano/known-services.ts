import {type ServiceFacts} from './service-facts.ts'

/** What is known here of services, by alias; loaded when it is asked for. */
const known: ReadonlyMap<string, () => Promise<ServiceFacts>> = new Map(
  Object.entries({
    device: async () => (await import('./services/device.ts')).device,
    device2: async () => (await import('./services/device2.ts')).device2,
    email: async () => (await import('./services/email.ts')).email,
    keystore: async () => (await import('./services/keystore.ts')).keystore,
    timer: async () => (await import('./services/timer.ts')).timer,
    timeseries: async () => (await import('./services/timeseries.ts')).timeseries,
    tsdb: async () => (await import('./services/tsdb.ts')).tsdb,
    twilio: async () => (await import('./services/twilio.ts')).twilio,
    user: async () => (await import('./services/user.ts')).user,
    webservice: async () => (await import('./services/webservice.ts')).webservice,
    websocket: async () => (await import('./services/websocket.ts')).websocket,
  }),
)

/** A linked product, whose alias is its id, tells of its devices as their service does. */
export async function factsOf(alias: string): Promise<ServiceFacts | undefined> {
  return known.get(/^(?=.*\d)[a-z0-9]{16,17}$/.test(alias) ? 'device2' : alias)?.()
}
