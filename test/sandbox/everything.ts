import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {acme, eve} from './loading-support.ts'

const {accountUuid: ours, userUuid: admin} = seededAccess

/** Uuids of the records of the file. */
export function made(number: number): string {
  return `a0000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`
}

/** A record of each collection, in as few words as there are. */
export const everything = `
accounts:
  accounts: [{uuid: ${acme}, name: Acme, parent_uuid: ${ours}}]
  relationships: [{source_uuid: ${acme}, target_uuid: ${ours}}]
identities:
  identities:
    - {uuid: ${eve}, username: eve@acme.example, account_uuid: ${acme}}
    - {uuid: ${made(1)}, username: sam@acme.example, account_uuid: ${acme}, groups: [${made(2)}]}
  passwords: [{user_uuid: ${eve}, hash: "no hash"}]
  password_policies: [{uuid: ${made(3)}, name: Lax}]
  password_policy_choices: [{account_uuid: ${acme}, policy_uuid: ${made(3)}}]
  mfa_sources: [{user_uuid: ${eve}, type: EMAIL, source: eve@acme.example}]
  mfa_policies: [{account_uuid: ${acme}, required: [SMS]}]
groups:
  groups: [{uuid: ${made(2)}, account_uuid: ${acme}, name: Desk}]
  members: [{group_uuid: ${made(2)}, user_uuid: ${eve}}]
auth:
  permissions: [{uuid: ${made(4)}, resource_type: robot, action: start}]
  roles: [{uuid: ${made(5)}, account_uuid: ${acme}, name: Operator, permissions: [${made(4)}]}]
  role_grants: [{group_uuid: ${made(2)}, role_uuid: ${made(5)}, scope_uuid: ${acme}}]
  application_resource_groups: [{application_uuid: ${made(6)}, name: Rooms}]
  application_user_groups: [{application_uuid: ${made(7)}, name: Cleaners}]
oauth:
  clients:
    - {uuid: ${made(6)}, account_uuid: ${acme}, app_user: ${eve}, name: Nightly}
    - {uuid: ${made(7)}, account_uuid: ${acme}, app_user: ${eve}, name: Daily}
  scopes: [{name: robots}]
profiles:
  properties: [{context_uuid: ${eve}, name: theme, value: purple}]
numbers:
  numbers: [{number: +19412340020, account_uuid: ${acme}}]
10dlc:
  brands: [{account_uuid: ${acme}, legal_name: Acme Inc}]
  campaigns: [{campaign_id: CACME01, account_uuid: ${acme}}]
messaging:
  conversations:
    - {uuid: ${made(8)}, user_uuid: ${eve}, phone_numbers: [+19415550123]}
    - {user_uuid: ${eve}, phone_numbers: [+19415550124], deleted_at: 0}
  messages: [{conversation_uuid: ${made(8)}, from: +19412340020, to: +19415550123, account_uuid: ${acme}}]
  opt_outs: [{campaign_id: CSMILE1, number: +19415550123}]
chat:
  channels: [{uuid: ${made(9)}, account_uuid: ${acme}, owner_uuid: ${eve}, name: Robots}]
  messages: [{channel_uuid: ${made(9)}, user_uuid: ${eve}, content: {contentType: string, content: Beep}}]
contacts:
  contacts: [{user_uuid: ${eve}, nickname: Robbie}]
mobile:
  registrations: [{user_uuid: ${eve}, device_id: nokia, application: com.acme}]
voice:
  extensions: [{account_uuid: ${acme}, number: "301"}]
destinations:
  destinations: [{id: 4301, name: Lobby, account_uuid: ${acme}}]
short_urls:
  short_urls: [{short_code: robot, url: https://acme.example/robot, user_uuid: ${eve}}]
media:
  files: [{file_id: ${made(10)}, file_name: robot.txt, user_uuid: ${eve}, text: Beep}]
  shares: [{file_id: ${made(10)}, user_uuid: ${admin}}]
forms:
  templates: [{uuid: ${made(11)}, account_uuid: ${acme}, name: Order, form: {display: wizard, components: []}}]
  forms: [{uuid: ${made(12)}, account_uuid: ${acme}, name: Orders, template_uuid: ${made(11)}}]
  submissions: [{form_uuid: ${made(12)}, data: {robots: 3}}]
resources:
  templates: [{uuid: ${made(13)}, account_uuid: ${acme}, name: robots}]
  resources: [{uuid: robots, account_uuid: ${acme}, name: Robots, template_uuid: ${made(13)}}]
  rows: [{resource_instance_uuid: robots, content: {name: Robbie}}]
objects:
  objects: [{uuid: ${made(28)}, account_uuid: ${acme}, name: Blueprint}]
entitlements:
  products: [{uuid: ${made(14)}, name: Robots, type: cwa_robot, application_uuid: ${made(6)}}]
  entitlements: [{account_uuid: ${acme}, user_uuid: ${eve}, product_uuid: ${made(14)}}]
  disabled_products: [{account_uuid: ${ours}, product_uuid: ${made(14)}}]
  disabled_product_types: [{account_uuid: ${acme}, name: cwa_meeting}]
pubsub:
  subscriptions:
    - subscription_uuid: ${made(15)}
      account_uuid: ${acme}
      user_uuid: ${eve}
      callback: {url: "http://127.0.0.1:1/robots", headers: [{authorization: hush}]}
      events: {robots: [started]}
  custom_applications: [{app_uuid: ${made(16)}, account_uuid: ${acme}}]
  custom_subscriptions:
    - {account_uuid: ${acme}, app_uuid: ${made(16)}, callback: {url: "http://127.0.0.1:1/custom"}}
  deliveries:
    - subscription_uuid: ${made(15)}
      service: robots
      event: started
      url: http://127.0.0.1:1/robots
      state: failed
scheduler:
  events: [{uuid: ${made(17)}, account_uuid: ${acme}, user_uuid: ${eve}, title: Wake, start_datetime: 2031-01-06T09:00:00Z}]
  firings: [{event_uuid: ${made(17)}, account_uuid: ${acme}}]
workflows:
  templates:
    - uuid: ${made(18)}
      account_uuid: ${acme}
      name: Assemble
      version: 1.0.0
      states: [{name: begin, type: start}, {name: done, type: finish}]
      transitions: [{name: go, start_state: begin, next_state: done, condition: {type: passthrough}}]
  groups: [{uuid: ${made(19)}, account_uuid: ${acme}, template_uuid: ${made(18)}}]
  instances: [{uuid: ${made(20)}, account_uuid: ${acme}, user_uuid: ${eve}, template_uuid: ${made(18)}, template_version: 1.0.0}]
lambdas:
  lambdas: [{name: beep, script: return 'beep'}]
activity:
  activities: [{activity_type: call, owner_uuid: ${eve}, account_uuid: ${acme}}]
  types: [{activity_type: beep}]
  subtypes: [{activity_type: beep, activity_subtype: loud}]
  templates: [{template_uuid: ${made(21)}, name: Beeps, data_source: {source_type: activity, activity: beep}}]
  reports: [{report_uuid: ${made(22)}, account_uuid: ${acme}, template: {template_uuid: ${made(21)}, name: Beeps, data_source: {source_type: activity, activity: call}}}]
usage:
  events: [{account_uuid: ${acme}, event_type: beep}]
  templates: [{uuid: ${made(23)}, name: Beeps}]
  reports: [{report_uuid: ${made(24)}, template: {uuid: ${made(23)}, name: Beeps, columns: []}, accounts: [${acme}]}]
providers:
  providers: [{uuid: ${made(25)}, name: Box}]
  connections: [{provider_uuid: ${made(25)}, policy_uuid: ${made(26)}, user_uuid: ${eve}, user_name: eve}]
outbox:
  messages: [{uuid: ${made(27)}, channel: sms, from: +19412340020, to: [+19415550123]}]
`
