import {type ServiceState} from './service-state.ts'

/** What was seen of a service over a watch: `p50` and `p95` are milliseconds, of the rounds in which it answered. */
export interface WatchedState extends ServiceState {
  p50?: number | null
  p95?: number | null
}

/** How long the services took, round by round; null where one was not up. */
export class Course {
  rounds = 0
  readonly #times = new Map<string, (number | null)[]>()

  /** Adds a round, and gives it back with what holds over all rounds. */
  add(states: readonly ServiceState[]): WatchedState[] {
    this.rounds += 1
    return states.map((state) => {
      const times = this.of(state.service)
      times.push(state.state === 'up' ? state.milliseconds : null)
      this.#times.set(state.service, times)
      const answered = times.filter((time) => time !== null).toSorted((a, b) => a - b)
      return {...state, p50: percentile(answered, 50), p95: percentile(answered, 95)}
    })
  }

  /** The times of a service, oldest first. */
  of(service: string): (number | null)[] {
    return this.#times.get(service) ?? []
  }

  /** In a line: how often which service was not up. */
  summary(): string {
    const misses = [...this.#times].map(([service, times]) => [service, times.filter((time) => time === null).length])
    const missed = misses.filter(([, count]) => count !== 0).map(([service, count]) => `${service} ${count}`)
    const rounds = this.rounds === 1 ? '1 round' : `${this.rounds} rounds`
    return `${rounds}: ${missed.length === 0 ? 'all were up in each.' : `not up were ${missed.join(', ')}.`}`
  }
}

/** The value that so many percent of the sorted values do not exceed; null of none. */
function percentile(sorted: readonly number[], percent: number): number | null {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? null
}
