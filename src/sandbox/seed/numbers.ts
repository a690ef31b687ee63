import {type Database} from '../database.ts'
import {rateCenters} from './rate-centers.ts'

const linesPerExchange = 9999

/** The first place has that many to begin with, so that the numbers that examples name are there. */
const wellKnown = 200

/** Exchanges that the numbering plan gives to subscribers: no N11, no 555, none that networks use for themselves. */
const exchanges = Array.from({length: 800}, (_, index) => 200 + index).filter(
  (exchange) => exchange % 100 !== 11 && ![555, 700, 950, 958, 959, 976].includes(exchange),
)

/** The first exchange of each area code. */
const firstExchange = exchanges.indexOf(234)

interface Place {
  state: string
  rateCenter: string
  npa: number
  /** Each place of an area code has every `stride`th exchange, beginning with its own. */
  position: number
  stride: number
}

/** Fills the inventory with `count` numbers: the well-known ones, and the rest spread evenly over all rate centres. */
export function seedNumbers(db: Database, count: number): void {
  const all = places()
  const first = Math.min(count, wellKnown)
  const rest = count - first
  for (const [index, place] of all.entries()) {
    db.run('INSERT INTO rate_centers VALUES (?, ?, ?)', [place.state, place.rateCenter, place.npa])
    const share = Math.floor(rest / all.length) + (index < rest % all.length ? 1 : 0)
    seedPlace(db, place, index === 0 ? first + share : share)
  }
}

function seedPlace(db: Database, {state, rateCenter, npa, position, stride}: Place, count: number): void {
  for (let done = 0, block = 0; done < count; done += linesPerExchange, block++) {
    const exchange = exchanges[(firstExchange + position + block * stride) % exchanges.length]
    if (exchange === undefined || block * stride >= exchanges.length) throw new Error(`No exchange left in ${npa}.`)
    // Of ten numbers, six are of tier 1, two of tier 2, and one each of tiers 3 and 4. In SQL, for speed with millions.
    db.run(
      `WITH RECURSIVE lines (line) AS (SELECT 1 UNION ALL SELECT line + 1 FROM lines WHERE line < ?)
       INSERT INTO numbers (number, state, rate_center, npa, tier, network)
       SELECT printf('+1%d%d%04d', ?, ?, line), ?, ?, ?, MAX(1, (line - 1) % 10 / 2 - 1 + (line % 10 = 0)), 'VI' FROM lines`,
      [Math.min(count - done, linesPerExchange), npa, exchange, state, rateCenter, npa],
    )
  }
}

function places(): Place[] {
  const perAreaCode = new Map<number, number>()
  const found = Object.entries(rateCenters).flatMap(([state, centers]) =>
    Object.entries(centers).flatMap(([rateCenter, areaCodes]) =>
      areaCodes.map((npa) => {
        const position = perAreaCode.get(npa) ?? 0
        perAreaCode.set(npa, position + 1)
        return {state, rateCenter, npa, position}
      }),
    ),
  )
  return found.map((place) => ({...place, stride: perAreaCode.get(place.npa) ?? 1}))
}
