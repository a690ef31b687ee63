import {type CollectionSpec} from '../../../collection.ts'
import {type Store} from '../../../store.ts'

export type FieldValue = number | string | boolean

export interface Point {
  measurement: string
  tags: Record<string, string>
  fields: Record<string, FieldValue>
  /** Microseconds since 1970: nanoseconds do not fit into JSON. */
  time: number
}

interface StoredPoint extends Point {
  id: string
  solution_id: string
}

export const points: CollectionSpec<StoredPoint> = {
  name: 'murano_points',
  id: 'id',
  indexes: ['solution_id', 'measurement'],
}

/** The points of one solution. */
export class Points {
  readonly #store: Store
  readonly #solutionId: string

  constructor(store: Store, solutionId: string) {
    this.#store = store
    this.#solutionId = solutionId
  }

  /** One of the same series and time is the same point: it keeps the fields that are not written anew. */
  write(written: readonly Point[]): void {
    const stored = this.#store.collection(points)
    for (const point of written) {
      const id = [this.#solutionId, seriesOf(point), point.time].join(' ')
      const fields = {...stored.get(id)?.fields, ...point.fields}
      stored.put({...point, fields, id, solution_id: this.#solutionId})
    }
  }

  /** Oldest first. */
  all(): Point[] {
    return this.#find().toSorted((a, b) => a.time - b.time)
  }

  /** Removes those that `isMeant` says. */
  remove(isMeant: (point: Point) => boolean): void {
    const stored = this.#store.collection(points)
    for (const point of this.#find()) if (isMeant(point)) stored.delete(point.id)
  }

  #find(): StoredPoint[] {
    return this.#store.collection(points).find({where: {solution_id: this.#solutionId}})
  }
}

/** What tells one series from another: the measurement and all tags. */
function seriesOf({measurement, tags}: Point): string {
  return JSON.stringify([measurement, Object.entries(tags).toSorted(([a], [b]) => (a < b ? -1 : 1))])
}
