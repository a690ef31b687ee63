/** What `commsctl --help` lists: the areas, in groups, with a line each. Sub-topics are named after their area's verbs and need none. */
export const topicGroups: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Numbers and messages': {
    numbers: 'find, provision and release phone numbers',
    '10dlc': 'register brands and campaigns, assign numbers to them',
    sms: 'send SMS',
  },
  'Accounts and access': {
    accounts: 'accounts and how they belong together',
    identities: 'users, passwords, MFA, aliases',
    oauth: 'OAuth clients, tokens and scopes',
    auth: 'roles, permissions, user groups and who may do what',
    groups: 'groups of users',
    'resource-groups': 'who may read, change and delete a resource',
  },
  'This tool': {
    profiles: 'the platforms and accounts that you work with',
    config: 'settings and where each comes from',
    sandbox: 'an emulator of the platform, on this machine',
  },
}

/** Lines for topics below an area. */
export const subtopics: Readonly<Record<string, string>> = {
  '10dlc brands': 'the brand that an account sends for',
  '10dlc campaigns': 'campaigns of a brand and the numbers in them',
  'accounts relationships': 'which account is parent of which',
  'auth applications': 'default groups of OAuth applications',
  'auth groups': 'user groups: members and roles',
  'auth groups roles': 'what the members of a group may do, and where',
  'auth permissions': 'the things that may be permitted',
  'auth resource-groups': 'resources that OAuth applications have together',
  'auth resources': 'who has access to a resource',
  'auth roles': 'permissions that are given together',
  'auth roles permissions': 'what a role permits',
  'auth users': 'roles of users',
  'identities aliases': 'other addresses of a user',
  'identities mfa': 'a user’s sources of MFA codes',
  'identities mfa-policy': 'the MFA an account requires',
  'identities password': 'change and reset passwords',
  'identities password-policy': 'the password rules of an account',
  'identities properties': 'free properties of a user',
  'oauth clients': 'programs that may act for a user',
  'oauth tokens': 'access tokens in use',
  'sandbox clock': 'the sandbox’s time',
  'sandbox faults': 'failures on demand',
}
