import {expect} from 'vitest'
import {resolvePaths} from '../../src/lib/profile/paths.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {withSandbox} from '../../src/sandbox/with-sandbox.ts'
import {World} from './world.ts'

/** A user whose commands talk to a freshly seeded sandbox of their own. */
export class SandboxWorld extends World {
  constructor() {
    super({COMMSCTL_PROFILE: 'sandbox'})
  }

  /** Runs a command that must succeed, and gives back what it prints. */
  async ok(...args: string[]): Promise<string> {
    const {exitCode, stdout, stderr} = await this.run(args)
    expect({args, exitCode, stderr: exitCode === 0 ? '' : stderr}).toEqual({args, exitCode: 0, stderr: ''})
    return stdout
  }

  /** The same with `-o json`, parsed. */
  async json<T = Record<string, unknown>>(...args: string[]): Promise<T> {
    return JSON.parse(await this.ok(...args, '-o', 'json')) as T
  }

  /** Runs a command that must fail with this exit code, and gives back what it says. */
  async fails(exit: number, ...args: string[]): Promise<string> {
    const {exitCode, stdout, stderr} = await this.run(args)
    expect({args, exitCode, stdout, stderr}).toMatchObject({exitCode: exit, stdout: ''})
    return stderr
  }

  /** The method and the path that `--dry-run` shows. */
  async request(...args: string[]): Promise<string> {
    const curl = await this.ok(...args, '--dry-run')
    const method = /^curl -X (\w+) /.exec(curl)?.[1] ?? (curl.includes('--data-raw') ? 'POST' : 'GET')
    return `${method} ${/http:\/\/[^/]+([^\s']*)/.exec(curl)?.[1] ?? ''}`
  }

  /** Looks into the sandbox, past its HTTP calls. */
  inside<T>(work: (sandbox: Sandbox) => T | Promise<T>): Promise<T> {
    return withSandbox(resolvePaths(this.env), work)
  }
}
