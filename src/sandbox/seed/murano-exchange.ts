import {allTiers, type ExchangeElement, exchangeElements, purchases} from '../murano/exchange.ts'
import {namedHexId} from '../murano/ids.ts'
import {type Store} from '../store.ts'

type Draft = Pick<ExchangeElement, 'name' | 'description' | 'type' | 'source'> & Partial<ExchangeElement>

const elements: readonly Draft[] = [
  {
    ...{name: 'Time series charts', description: 'An application that draws what devices report', type: 'application'},
    source: {from: 'github', url: 'https://git.example/charts'},
  },
  {
    ...{name: 'Weather', description: 'The weather of a place, as a service', type: 'service'},
    source: {from: 'service', name: 'weather'},
  },
  {
    ...{name: 'Gateway image', description: 'Firmware for a gateway', type: 'download'},
    source: {from: 'attachment'},
  },
  {
    ...{name: 'Fleet product', description: 'A product with the usual resources of vehicles', type: 'product'},
    source: {from: 'github', url: 'https://git.example/fleet'},
    tiers: ['enterprise'],
  },
]

/** What the exchange offers; the business has the first. */
export function seedExchange(store: Store, bizid: string): void {
  for (const draft of elements) {
    store.collection(exchangeElements).put({
      ...{elementId: namedHexId(`element ${draft.name}`), active: true, access: 'public', approval: 'approved'},
      ...{tiers: allTiers, actions: [{type: draft.type, primary: true}]},
      ...draft,
    })
  }
  const elementId = namedHexId('element Time series charts')
  store.collection(purchases).put({
    ...{id: `${bizid}:${elementId}`, bizid, elementId},
    purchased_at: '2025-01-20T15:00:00.000Z',
  })
}
