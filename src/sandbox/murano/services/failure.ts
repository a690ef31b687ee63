/** Why an operation of a service was not carried out. Each service has a shape of its own to say so: see shapes.ts. */
export class ServiceFailure extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export function refused(message: string): ServiceFailure {
  return new ServiceFailure(400, message)
}

/** `what` as in `User 12`. */
export function missing(what: string): ServiceFailure {
  return new ServiceFailure(404, `${what} was not found.`)
}
