import {type Database, type SqlValue} from './database.ts'
import {type Page, type Paging, type RowPages} from './row-pages.ts'

/** Who has a number, and how it was provisioned. */
export interface Provisioning {
  account_uuid: string | null
  user_uuid: string | null
  provider: string | null
  help_text: string | null
  is_campaign: boolean
  reference_id: string | null
  reference_text: string | null
  campaign_id: string | null
}

export interface InventoryNumber extends Provisioning {
  /** E.164 */
  number: string
  state: string
  rate_center: string
  npa: number
  tier: number
  network: string
  /** Milliseconds on the sandbox's clock; null while the number is for sale. */
  provisioned_at: number | null
}

/** What a caller may narrow a search for numbers down by. */
export type NumberSearch = {
  [Name in 'state' | 'rate_center' | 'npa' | 'tier' | 'network']?: InventoryNumber[Name] | undefined
}

export type NewNumber = Pick<InventoryNumber, 'number' | 'state' | 'rate_center' | 'npa' | 'tier' | 'network'>

export type NumberOwner = Partial<Pick<InventoryNumber, 'account_uuid' | 'user_uuid' | 'campaign_id'>>

export const numberSchema = `
CREATE TABLE IF NOT EXISTS rate_centers (
  state TEXT NOT NULL, rate_center TEXT NOT NULL, npa INTEGER NOT NULL,
  PRIMARY KEY (state, rate_center, npa)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS numbers (
  number TEXT PRIMARY KEY, state TEXT NOT NULL, rate_center TEXT NOT NULL, npa INTEGER NOT NULL,
  tier INTEGER NOT NULL, network TEXT NOT NULL,
  account_uuid TEXT, user_uuid TEXT, provider TEXT, help_text TEXT, is_campaign INTEGER NOT NULL DEFAULT 0,
  reference_id TEXT, reference_text TEXT, campaign_id TEXT, provisioned_at INTEGER) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS numbers_for_sale_by_npa ON numbers (npa, tier) WHERE provisioned_at IS NULL;
CREATE INDEX IF NOT EXISTS numbers_for_sale_by_place ON numbers (state, rate_center, npa, tier) WHERE provisioned_at IS NULL;
CREATE INDEX IF NOT EXISTS numbers_by_account ON numbers (account_uuid) WHERE provisioned_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS numbers_by_user ON numbers (user_uuid) WHERE provisioned_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS numbers_by_campaign ON numbers (campaign_id) WHERE campaign_id IS NOT NULL;
`

const forSale: Provisioning = {
  account_uuid: null,
  user_uuid: null,
  provider: null,
  help_text: null,
  is_campaign: false,
  reference_id: null,
  reference_text: null,
  campaign_id: null,
}

type NumberRow = Omit<InventoryNumber, 'is_campaign'> & {is_campaign: number}

/** Of a rate centre's area code, for queries on rate_centers: whether it has numbers left. */
const hasNumbersForSale = `EXISTS (SELECT 1 FROM numbers WHERE provisioned_at IS NULL AND state = rate_centers.state
  AND rate_center = rate_centers.rate_center AND npa = rate_centers.npa)`

/** The numbers that the sandbox sells. */
export class NumberInventory {
  readonly #db: Database
  readonly #pages: RowPages

  constructor(db: Database, pages: RowPages) {
    this.#db = db
    this.#pages = pages
  }

  /** States that have numbers left. */
  states(): string[] {
    return this.#list(`SELECT DISTINCT state FROM rate_centers WHERE ${hasNumbersForSale} ORDER BY state`, [])
  }

  /** Rate centres of a state that have numbers left. */
  rateCenters(state: string): string[] {
    const sql = `SELECT DISTINCT rate_center FROM rate_centers WHERE state = ? AND ${hasNumbersForSale} ORDER BY rate_center`
    return this.#list(sql, [state])
  }

  /** Area codes of a rate centre that have numbers left. */
  areaCodes(state: string, rateCenter: string): number[] {
    const sql = `SELECT npa FROM rate_centers WHERE state = ? AND rate_center = ? AND ${hasNumbersForSale} ORDER BY npa`
    return this.#list(sql, [state, rateCenter])
  }

  /** Up to `quantity` numbers that nobody has. */
  available(search: NumberSearch, quantity: number): string[] {
    const {sql, parameters} = equalities(search)
    return this.#list(`SELECT number FROM numbers WHERE provisioned_at IS NULL AND ${sql} LIMIT ?`, [
      ...parameters,
      quantity,
    ])
  }

  get(number: string): InventoryNumber | undefined {
    const row = this.#db.row<NumberRow>('SELECT * FROM numbers WHERE number = ?', [number])
    return row && fromRow(row)
  }

  /** Takes a number that is for sale; false when there is no such number or somebody has it. */
  provision(number: string, provisioning: Partial<Provisioning>, now: number): boolean {
    const {sql, parameters} = assignments({...forSale, ...provisioning})
    const statement = `UPDATE numbers SET ${sql}, provisioned_at = ? WHERE number = ? AND provisioned_at IS NULL`
    return this.#db.run(statement, [...parameters, now, number]) > 0
  }

  /** Puts a number back up for sale; false when nobody has it. */
  release(number: string): boolean {
    const {sql, parameters} = assignments(forSale)
    const statement = `UPDATE numbers SET ${sql}, provisioned_at = NULL WHERE number = ? AND provisioned_at IS NOT NULL`
    return this.#db.run(statement, [...parameters, number]) > 0
  }

  /** Changes fields of a provisioned number; false when nobody has it. */
  update(number: string, changes: Partial<Provisioning>): boolean {
    const {sql, parameters} = assignments(changes)
    const statement = `UPDATE numbers SET ${sql} WHERE number = ? AND provisioned_at IS NOT NULL`
    return this.#db.run(statement, [...parameters, number]) > 0
  }

  /** Provisioned numbers of an account, user or campaign, in the order of the numbers. */
  provisioned(owner: NumberOwner, paging: Paging): Page<InventoryNumber> {
    const {sql, parameters} = equalities(owner)
    const where = `provisioned_at IS NOT NULL AND ${sql}`
    const page = this.#pages.page<NumberRow>({table: 'numbers', columns: '*', key: 'number', where, parameters}, paging)
    return {total: page.total, items: page.items.map(fromRow)}
  }

  /** All numbers that somebody has, in E.164. */
  allProvisioned(): string[] {
    return this.#list('SELECT number FROM numbers WHERE provisioned_at IS NOT NULL ORDER BY number', [])
  }

  /** Puts a number up for sale that the inventory has not had so far. */
  add({number, state, rate_center, npa, tier, network}: NewNumber): void {
    this.#db.run('INSERT OR IGNORE INTO rate_centers VALUES (?, ?, ?)', [state, rate_center, npa])
    const sql = 'INSERT INTO numbers (number, state, rate_center, npa, tier, network) VALUES (?, ?, ?, ?, ?, ?)'
    this.#db.run(sql, [number, state, rate_center, npa, tier, network])
  }

  remove(number: string): void {
    this.#db.run('DELETE FROM numbers WHERE number = ?', [number])
  }

  /** The first rate centre that has numbers with that area code. */
  placeOf(npa: number): {state: string; rate_center: string} | undefined {
    return this.#db.row('SELECT state, rate_center FROM rate_centers WHERE npa = ? ORDER BY state, rate_center', [npa])
  }

  /** All numbers of a campaign, in E.164. */
  ofCampaign(campaignId: string): string[] {
    return this.#list('SELECT number FROM numbers WHERE campaign_id = ? ORDER BY number', [campaignId])
  }

  counts(): {total: number; provisioned: number} {
    return {
      total: Number(this.#db.value('SELECT COUNT(*) FROM numbers')),
      provisioned: Number(this.#db.value('SELECT COUNT(*) FROM numbers WHERE provisioned_at IS NOT NULL')),
    }
  }

  #list<Value>(sql: string, parameters: SqlValue[]): Value[] {
    return this.#db.rows<Record<string, Value>>(sql, parameters).flatMap((row) => Object.values(row))
  }
}

function fromRow(row: NumberRow): InventoryNumber {
  return {...row, is_campaign: row.is_campaign !== 0}
}

function equalities(fields: NumberSearch | NumberOwner) {
  const given = entries(fields)
  return {
    sql: given.map(([name]) => `${name} = ?`).join(' AND ') || 'TRUE',
    parameters: given.map(([, value]) => value),
  }
}

function assignments(fields: Partial<Provisioning>) {
  const given = entries(fields)
  return {sql: given.map(([name]) => `${name} = ?`).join(', '), parameters: given.map(([, value]) => value)}
}

function entries(fields: object): [string, SqlValue][] {
  return Object.entries(fields).filter(([, value]) => value !== undefined) as [string, SqlValue][]
}
