import {execa} from 'execa'
import {writeFileSync} from 'node:fs'
import {mkdtemp} from 'node:fs/promises'
import {join} from 'node:path'

export interface Certificate {
  /** Files in PEM. */
  certificate: string
  key: string
}

/** For this machine, and for a host that there is not. */
const configuration = `
[ca]
default_ca = authority
[authority]
database = index
default_md = sha256
rand_serial = yes
policy = policy
x509_extensions = extensions
[policy]
commonName = supplied
[extensions]
subjectAltName = DNS:api.test, DNS:localhost, IP:127.0.0.1
`

/** Makes a certificate that has signed itself, good until so many days from now; those of the past have ended. */
export async function makeCertificate(inFolder: string, {days}: {days: number}): Promise<Certificate> {
  const cwd = await mkdtemp(join(inFolder, 'certificate-'))
  writeFileSync(join(cwd, 'configuration'), configuration)
  writeFileSync(join(cwd, 'index'), '')
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  await execa('openssl', ['req', '-new', ...curve, '-subj', '/CN=test', '-keyout', 'key', '-out', 'request'], {cwd})
  const files = ['-config', 'configuration', '-keyfile', 'key', '-in', 'request', '-out', 'certificate', '-outdir', '.']
  const times = ['-startdate', dayFromNow(days - 400), '-enddate', dayFromNow(days)]
  await execa('openssl', ['ca', '-batch', '-notext', '-selfsign', ...files, ...times], {cwd})
  return {certificate: join(cwd, 'certificate'), key: join(cwd, 'key')}
}

/** As openssl writes times. */
function dayFromNow(days: number): string {
  const time = new Date(Date.now() + days * 86_400_000).toISOString()
  return time.replace(/\.\d+/, '').replaceAll(/[-:T]/g, '')
}
