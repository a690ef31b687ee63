import {createCredentials} from '../../../src/lib/profile/credentials.ts'
import {readConfig} from '../../../src/lib/profile/config-file.ts'
import {resolvePaths} from '../../../src/lib/profile/paths.ts'
import {createSecretStore} from '../../../src/lib/profile/secrets.ts'
import {resolveSettings} from '../../../src/lib/profile/settings.ts'
import {requestTokenAt} from './request-token.ts'

// A process of its own: says that it is ready, waits for a line, and prints the access token that it would send.
const paths = resolvePaths()
const settings = resolveSettings({config: readConfig(paths.configFile)})
const credentials = createCredentials({
  settings,
  paths,
  store: createSecretStore({paths, mode: 'file', note: () => undefined}),
  requestToken: requestTokenAt(settings.values.auth_host),
  requestMuranoToken: async () => 'murano token',
})
process.stdout.write('ready\n')
process.stdin.once('data', () => {
  void credentials.accessToken().then((token) => {
    process.stdout.write(`${token}\n`)
    process.stdin.destroy()
  })
})
