import {type MuranoService} from './service.ts'

/** The services whose operations the sandbox has, by alias: each is loaded when it is used for the first time. */
const services: ReadonlyMap<string, () => Promise<MuranoService>> = new Map(
  Object.entries({
    device: async () => (await import('./device/service.ts')).device,
    email: async () => (await import('./email/service.ts')).email,
    keystore: async () => (await import('./keystore/service.ts')).keystore,
    timer: async () => (await import('./timer/service.ts')).timer,
    timeseries: async () => (await import('./timeseries/service.ts')).timeseries,
    tsdb: async () => (await import('./tsdb/service.ts')).tsdb,
    twilio: async () => (await import('./twilio/service.ts')).twilio,
    user: async () => (await import('./user/service.ts')).user,
    webservice: async () => (await import('./webservice/service.ts')).webservice,
    websocket: async () => (await import('./websocket/service.ts')).websocket,
  }),
)

export async function serviceOf(alias: string): Promise<MuranoService | undefined> {
  return services.get(alias)?.()
}
