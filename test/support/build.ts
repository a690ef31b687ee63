import {execFileSync} from 'node:child_process'

/** Tests drive the built program: build it once before them. */
export default function build(): void {
  if (process.env['COMMSCTL_TEST_NO_BUILD'] === undefined)
    execFileSync('npm', ['run', '--silent', 'build'], {stdio: 'inherit'})
}
