import {type Subsystem} from '../lib/metadata/subsystem.ts'

/** The platform's services, as it describes itself. */
export const subsystems: readonly Subsystem[] = [
  service('accounts', 'Customers, resellers and locations, and the tree that they form'),
  service('activity', 'What happened when: typed events, and reports over them'),
  service('auth', 'Permissions, roles, user groups and resource groups, and who may do what'),
  service('chat', 'Channels with members, and the messages in them'),
  service('contacts', 'Address books of users and accounts'),
  service('dbsip', 'Where calls to an account can be sent'),
  service('email', 'E-mail, with attachments'),
  service('entitlements', 'Products, and the users who may use them'),
  service('forms', 'Forms made from templates, and what people filled in'),
  service('identity', 'Users: names, addresses, passwords, second factors'),
  service('lambda', 'Functions that run on the platform'),
  service('media', 'Files of users, for messages and elsewhere'),
  service('messaging', 'Conversations across channels'),
  service('metadata', 'This description'),
  service('mobilenotification', 'Push messages to phones and tablets'),
  service('oauth', 'Tokens, and the programs that ask for them'),
  service('objects', 'Named JSON of users and accounts, private or shared'),
  service('profiles', 'Properties of users'),
  service('providers', 'Other services that users connect their accounts with'),
  service('pubsub', 'Subscriptions to events, delivered to an address of yours'),
  service('resourcecms', 'Tables whose columns a template lays down, and relations between their rows'),
  service('scheduler', 'Things to do once at a time, or again and again'),
  service('shorturl', 'Short addresses that lead to long ones'),
  service('sms', 'Phone numbers, SMS, and the registration of brands and campaigns'),
  service('usage', 'What accounts have used'),
  service('voice', 'Phone calls and recordings'),
  service('workflow', 'State machines that react to events'),
]

function service(area: string, description: string): Subsystem {
  return {name: `${area}-api`, description, path: `/${area}`}
}
