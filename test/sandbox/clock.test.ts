import {describe, expect, onTestFinished, test} from 'vitest'
import {openSandbox} from '../../src/sandbox/sandbox.ts'
import {freshSandbox} from './support.ts'

describe('the clock', () => {
  test('runs with real time until it is moved, and stays ahead from then on', () => {
    const {clock} = freshSandbox(10)
    const before = Date.now()
    expect(clock.now()).toBeGreaterThanOrEqual(before)
    expect(clock.now()).toBeLessThanOrEqual(Date.now())
    expect(clock.advance(86_400_000)).toMatchObject({offset: 86_400_000, stopped: false})
    expect(clock.now()).toBeGreaterThanOrEqual(before + 86_400_000)
  })

  test('stands still when stopped, moves only by what it is advanced, and runs on from there', async () => {
    const {clock} = freshSandbox(10)
    const {now, stopped} = clock.stop()
    expect(stopped).toBe(true)
    const real = Date.now()
    while (Date.now() < real + 3) await new Promise((resolve) => setImmediate(resolve))
    expect(clock.now()).toBe(now)
    expect(clock.advance(5000).now).toBe(now + 5000)
    expect(clock.start().stopped).toBe(false)
    expect(clock.now()).toBeGreaterThanOrEqual(now + 5000)
  })

  test('is one clock for all who have the file open', () => {
    const one = freshSandbox(10)
    const other = openSandbox({file: one.store.file})
    onTestFinished(() => other.close())
    one.clock.stop()
    one.clock.advance(1000)
    expect(other.clock.now()).toBe(one.clock.now())
    expect(other.clock.state()).toMatchObject({stopped: true})
  })

  test.each([-1, 0.5, Number.NaN])('does not move by %d', (milliseconds) => {
    expect(() => freshSandbox(10).clock.advance(milliseconds)).toThrow('forward only')
  })
})
