/** The operating system's store of secrets. Each call throws where there is none or it stays locked. */
export interface Keychain {
  read(profile: string): Promise<string | undefined>
  write(profile: string, text: string): Promise<void>
  remove(profile: string): Promise<void>
}

/** macOS Keychain, Windows Credential Manager, or the Secret Service of a Linux desktop; one entry per profile. */
export const systemKeychain: Keychain = {
  async read(profile) {
    const entry = await openEntry(profile)
    return (await entry.getPassword()) ?? undefined
  },
  async write(profile, text) {
    const entry = await openEntry(profile)
    await entry.setPassword(text)
  },
  async remove(profile) {
    const entry = await openEntry(profile)
    await entry.deletePassword()
  },
}

async function openEntry(profile: string) {
  const {AsyncEntry} = await import('@napi-rs/keyring')
  // Without this, Linux falls back to the kernel's keyring, which forgets everything at a reboot.
  return new AsyncEntry('commsctl', profile, {linux: {store: 'secret-service'}})
}
