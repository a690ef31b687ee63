/** One line of the benchmarks. */
export interface Figure {
  what: string
  measured: string
  budget?: string
  met?: boolean
}
