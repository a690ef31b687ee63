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
  },
  'Files and records': {
    media: 'files of users and of everybody: upload, share, download',
    activity: 'what happened, and reports about it',
    usage: 'usage events, reports about them, billing cycles',
    providers: 'third-party identity providers and tokens for them',
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
  'activity reports': 'run reports from templates and fetch them',
  'activity subtypes': 'subtypes of activity types',
  'activity templates': 'what reports about activities are made of',
  'activity types': 'kinds of activities and their schemas',
  'accounts relationships': 'which account is parent of which',
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
  'usage events': 'what is counted',
  'usage reports': 'run reports on usage and see how far they are',
  'usage templates': 'what usage reports there are',
}
