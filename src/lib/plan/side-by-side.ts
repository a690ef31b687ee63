import {Slots} from '../batch/slots.ts'

const atOnce = 8

/** Asks for each of several things, some at a time. */
export function sideBySide<T, R>(things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const slots = new Slots(atOnce)
  return Promise.all(things.map((thing) => slots.run(() => work(thing))))
}
