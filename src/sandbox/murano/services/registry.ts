import {keystore} from './keystore.ts'
import {type MuranoService} from './service.ts'

/** The services whose operations the sandbox has. */
const services: readonly MuranoService[] = [keystore]

export function serviceOf(alias: string): MuranoService | undefined {
  return services.find((service) => service.alias === alias)
}
