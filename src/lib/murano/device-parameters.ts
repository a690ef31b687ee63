import {type AskedLookup} from '../operation/lookup.ts'
import {text, url} from '../parameters.ts'
import {domainUrl} from './domain-url.ts'
import {listing} from './listing.ts'

/** A device as argument. */
export function deviceArgument(summary: string) {
  return text('IDENTITY', summary)
}

/** A device that is there. `product` is the wire name of the product’s parameter. */
export function knownDevice(summary: string, product = 'product_id') {
  const devices = listing({
    ...{noun: 'device', command: 'devices list --all', of: ['--product', product]},
    async *rows(caller, product_id) {
      const {listDevices} = await import('./device-calls.ts')
      yield* caller.all(listDevices, {product_id})
    },
    name: ({identity}) => identity,
  })
  return text('IDENTITY', summary, {listing: devices})
}

/** Where the devices of a product report. `product` is the wire name of the product’s parameter, which stands before it. */
export function deviceHost(product: string) {
  return url('--device-host', 'base URL for devices; what the product says if left out', {
    in: 'host',
    valueName: 'URL',
    lookup: hostLookup(product),
  })
}

/** What follows from the id of the product holds where the product itself does not say it. */
function hostLookup(product: string): AskedLookup {
  return {
    name: (values) => hostByRule(values[product]),
    key: (host, values) => (host === hostByRule(values[product]) ? `devices of ${String(values[product])}` : undefined),
    find: async (_, values, {caller}) => {
      const {getGateway} = await import('./gateway-calls.ts')
      const product_id = String(values[product])
      const {fqdn} = await caller.call(getGateway, {product_id})
      return fqdn === undefined ? hostByRule(product_id) : domainUrl(fqdn)
    },
  }
}

function hostByRule(product: unknown): string {
  return `https://${String(product)}.m2.exosite.io`
}
