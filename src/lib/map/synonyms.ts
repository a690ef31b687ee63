/** Words of which people use one and commands another. */
const groups: readonly (readonly string[])[] = [
  ['add', 'create', 'make', 'new', 'register'],
  ['application', 'solution'],
  ['assign', 'give', 'grant'],
  ['assign', 'link'],
  ['buy', 'order', 'provision', 'purchase'],
  ['cancel', 'release', 'deprovision', 'drop'],
  ['change', 'edit', 'modify', 'set', 'update'],
  ['delete', 'remove', 'destroy'],
  ['did', 'number', 'phone', 'tn'],
  ['disable', 'deactivate', 'suspend'],
  ['display', 'get', 'show', 'view'],
  ['enable', 'activate', 'reactivate', 'reinstate'],
  ['email', 'mail'],
  ['endpoint', 'route'],
  ['event', 'notification', 'webhook', 'callback'],
  ['eventhandler', 'handler'],
  ['find', 'lookup', 'search'],
  ['function', 'lambda'],
  ['identity', 'user', 'person', 'member'],
  ['invoke', 'run', 'start', 'execute'],
  ['list', 'ls'],
  ['message', 'sms', 'text'],
  ['permission', 'access', 'right'],
  ['push', 'mobile'],
  ['schedule', 'timer', 'cron'],
  ['subscription', 'subscribe'],
  ['upload', 'send'],
]

/** Other words for one, in the form in which words are looked for. */
export function synonymsOf(word: string): string[] {
  return groups.filter((group) => group.includes(word)).flatMap((group) => group.filter((other) => other !== word))
}
