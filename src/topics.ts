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
    entitlements: 'products, and which users may use them',
  },
  Data: {
    resources: 'tables made from templates, and their rows',
    forms: 'forms, and what people filled in',
    properties: 'what is kept about users',
    metadata: 'what the platform consists of',
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
  'entitlements accounts': 'what the users of an account may use',
  'entitlements product-types': 'product types that are disabled for an account',
  'entitlements products': 'the catalogue of products, and those that are disabled for an account',
  'entitlements users': 'what a user may use',
  'forms templates': 'what forms are made from',
  'identities aliases': 'other addresses of a user',
  'identities mfa': 'a user’s sources of MFA codes',
  'identities mfa-policy': 'the MFA an account requires',
  'identities password': 'change and reset passwords',
  'identities password-policy': 'the password rules of an account',
  'identities properties': 'free properties of a user',
  'oauth clients': 'programs that may act for a user',
  'oauth tokens': 'access tokens in use',
  'resources rows': 'the rows of a table',
  'resources templates': 'what lays down the columns of tables',
  'sandbox clock': 'the sandbox’s time',
  'sandbox faults': 'failures on demand',
}
