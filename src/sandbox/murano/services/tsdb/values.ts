import {type CollectionSpec} from '../../../collection.ts'

export type MetricValue = number | string | boolean

/** A value of one metric. */
export interface StoredValue {
  /** Of one moment and the same tags there is one. */
  id: string
  solution_id: string
  metric: string
  tags: Record<string, string>
  /** Microseconds since 1970. */
  time: number
  value: MetricValue
}

export const storedValues: CollectionSpec<StoredValue> = {
  name: 'murano_tsdb',
  id: 'id',
  indexes: ['solution_id', 'metric'],
}

export function valueId({solution_id, metric, tags, time}: Omit<StoredValue, 'id' | 'value'>): string {
  const sorted = Object.entries(tags).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([solution_id, metric, time, sorted])
}
