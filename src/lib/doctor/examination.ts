import {type HostName} from '../client/wire.ts'
import {type Console} from '../console.ts'
import {type Platform, type Probe} from '../status/probe.ts'
import {type Check, type Diagnosis, examine} from './check.ts'
import {type Circumstances, circumstancesOf} from './circumstances.ts'
import {lookAtConfiguration} from './configuration.ts'
import {skipped} from './finding.ts'
import {lookAtFolders} from './folders.ts'
import {lookAtLogin, lookAtToken} from './login.ts'
import {lookAtMurano} from './murano.ts'
import {lookAtSecrets} from './secrets.ts'
import {lookAtServices} from './services.ts'
import {lookAtSettings} from './settings.ts'
import {lookAtTerminal} from './terminal.ts'
import {type Way, wayTo} from './way.ts'

/** Looks at everything between this machine and the services. */
export async function diagnose(console: Console, services: readonly Probe[]): Promise<Diagnosis> {
  const circumstances = await circumstancesOf(console)
  const machine = checksOfMachine(circumstances)
  const ways = circumstances.places.map((place) => wayTo(place, machine.settings, circumstances))
  const platforms = checksOfPlatforms(circumstances, {login: machine.login, ways, services})
  return examine([...Object.values(machine), ...ways.flatMap(({checks}) => checks), ...platforms])
}

function checksOfMachine({console, env, timeoutMs, settings: known, uses}: Circumstances) {
  const {paths, terminal} = console
  const check = (name: string, needs: readonly Check[], look: Check['look']): Check => ({name, needs, look})
  const configuration = check('configuration', [], async () => lookAtConfiguration(paths.configFile))
  const settings = check('settings', [configuration], async () => lookAtSettings(console.settings))
  const secrets = check('secrets', [configuration], async () => {
    const mode = console.config.settings['secret-store'] ?? 'auto'
    return lookAtSecrets({paths, mode, profile: known?.profile?.name, timeoutMs})
  })
  const login = check('login', [settings, secrets], async () =>
    uses.cpaas ? lookAtLogin(console.settings, await console.secrets()) : notUsed('CPaaS'),
  )
  return {
    ...{configuration, settings, secrets, login},
    folders: check('folders', [], async () => lookAtFolders(paths)),
    terminal: check('terminal', [], async () => lookAtTerminal(terminal, env)),
  }
}

interface Ground {
  login: Check
  ways: readonly Way[]
  services: readonly Probe[]
}

function checksOfPlatforms({console, uses, timeoutMs}: Circumstances, {login, ways, services}: Ground): Check[] {
  const answerOf = (host: HostName) => ways.flatMap((way) => (way.hosts.includes(host) ? [way.answer] : []))
  const token: Check = {
    name: 'token',
    needs: [login, ...answerOf('auth')],
    look: async () => (uses.cpaas ? lookAtToken(await (await console.connection()).accessToken()) : notUsed('CPaaS')),
  }
  const murano: Check = {
    name: 'murano',
    needs: answerOf('murano'),
    look: async () => (uses.murano ? lookAtMurano(await console.connection()) : notUsed('Murano')),
  }
  const servicesOf = (platform: Platform, isUsed: boolean, needs: readonly Check[]): Check => ({
    name: 'service',
    subject: platform,
    needs,
    look: async () => {
      if (!isUsed) return notUsed(platform)
      const probes = services.filter((probe) => probe.platform === platform)
      const {values} = console.settings
      return lookAtServices(probes, {connection: await console.connection(), apiVersion: values.api_version, timeoutMs})
    },
  })
  return [
    token,
    servicesOf('CPaaS', uses.cpaas, [token, ...answerOf('api')]),
    murano,
    servicesOf('Murano', uses.murano, [murano]),
  ]
}

function notUsed(platform: Platform) {
  const mend = platform === 'Murano' ? 'commsctl murano login' : 'commsctl login'
  return skipped(`There is no login to ${platform === 'Murano' ? 'Murano' : 'the CPaaS'}.`, {mend})
}
