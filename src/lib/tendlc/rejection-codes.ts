/** What a rejection of a brand or a campaign means. */
export interface RejectionCode {
  code: string
  title: string
  /** Whose code it is. */
  by: string
  meaning: string
  /** What to change. */
  change: string
  /** Whether a changed filing is looked at again. */
  resubmittable: boolean
}

const brands = 'The registry, for brands'
const providers = 'Providers, for campaigns'
const carriers = 'The carriers’ reviewers, for campaigns'
const infobip = 'Some providers, for campaigns'

type Row = readonly [code: string, title: string, meaning: string, change: string]

function rows(by: string, list: readonly Row[], resubmittable = true): RejectionCode[] {
  return list.map(([code, title, meaning, change]) => ({code, title, by, meaning, change, resubmittable}))
}

/** The codes that rejections come with, as their providers publish them, in our own words. */
export const rejectionCodes: readonly RejectionCode[] = [
  ...rows(brands, [
    [
      'CR2001',
      'Brand not verified',
      'Legal name, EIN or contact do not belong together for the registry.',
      'Write the legal name as form CP-575 has it, suffix and commas included, and a mail address on the brand’s own domain.',
    ],
    [
      'CR2002',
      'EIN not found',
      'There is no such EIN, or it is younger than the registry’s data, about 45 days.',
      'Check the nine digits; no DUNS number and no number of a person. Wait if the EIN is new.',
    ],
    [
      'CR2003',
      'Address not found',
      'The address is not the one that the tax office has for the EIN.',
      'Give the street address of the EIN: no post office box, no virtual office.',
    ],
    [
      'CR2004',
      'Not a charity',
      'A non-profit organisation has no record of its tax exemption.',
      'Register as what the tax office has it for, or clear the record first.',
    ],
    [
      'CR2005',
      'Not a government body',
      'The registry does not know it as a part of the government.',
      'Register with the EIN of the government body itself.',
    ],
    [
      'CR2006',
      'EIN used by several brands',
      'Another brand is registered with this EIN.',
      'Use the brand that is there, and add campaigns to it.',
    ],
  ]),
  ...rows(providers, [
    [
      '30882',
      'Terms not verified',
      'The terms are missing, cannot be read, or do not speak of messages.',
      'Link terms that are open to everybody, and say in them: program name, frequency, rates, HELP and STOP.',
    ],
    [
      '30886',
      'Description unclear',
      'The description does not tell what is sent.',
      'Say who sends what to whom, and why they want it, in 100 characters or more.',
    ],
    [
      '30887',
      'Replies not right',
      'The replies to opting in or out lack what carriers ask for.',
      'Name the brand; after opting in say frequency, rates, HELP and STOP; after opting out confirm that no more messages come.',
    ],
    [
      '30892',
      'Public shortener',
      'A link goes through a shortener that anybody can use.',
      'Link the page itself, or through a domain of the brand’s own.',
    ],
    [
      '30893',
      'Samples do not fit',
      'Samples are missing, unclear, without brand or way to stop, or not what the use case says.',
      'Write two or more messages as you send them, with the brand and STOP, for the use case that is filed.',
    ],
    [
      '30896',
      'Opt-in not right',
      'The way people opt in lacks a box, the words beside it, or the link to the privacy policy.',
      'Put an empty box with those words and links on the form, and describe it as it is.',
    ],
    [
      '30900',
      'Use case not open to the brand',
      'The brand does not qualify for the use case, its sub use cases are too many or too few, or a public company has not answered its mail of Authentication+.',
      'Take a use case that “commsctl 10dlc brands usecases” lists; answer the mail.',
    ],
    [
      '30908',
      'Privacy policy not right',
      'The privacy policy is missing, or does not say that mobile opt-in data is not shared.',
      'Add that sentence to it, and link it beside the box and in the filing.',
    ],
    [
      '30909',
      'Opt-in not verifiable',
      'Reviewers cannot see how people opt in.',
      'Give the address of the form; where it is on paper or behind a login, of a public picture of it.',
    ],
    [
      '30913',
      'Marketing not apart',
      'Consent to marketing is mixed with other consent.',
      'Ask for marketing with a box of its own.',
    ],
    [
      '30917',
      'Ways to opt in not described',
      'Ways to opt in were chosen and are not described.',
      'Describe each: form, keyword, paper, call, with what people read or hear.',
    ],
    [
      '30919',
      'Website cannot be used',
      'The website does not answer, is empty, or is about something else.',
      'Put a site online that says who the brand is, and is open to everybody.',
    ],
    [
      '30923',
      'Consent bundled',
      'People agree to messages by agreeing to something else.',
      'Give consent to messages a box of its own, which may stay empty.',
    ],
    [
      '30924',
      'Disclosures missing',
      'Where people opt in, frequency, rates, HELP or STOP are not named.',
      'Add them beside the box, and quote them in the filing.',
    ],
    ['30925', 'Box ticked beforehand', 'The box is ticked already.', 'Leave it empty.'],
    [
      '30930',
      'Too many campaigns',
      'The brand has 100 campaigns, the most that the registry takes.',
      'Delete those that are not used; put campaigns with one use case together.',
    ],
    [
      '30531',
      'Replies missing',
      'Replies to opting in, opting out or HELP are missing.',
      'Add them; “commsctl 10dlc draft” writes them from the brand.',
    ],
  ]),
  ...rows(
    providers,
    [
      [
        '30883',
        'Prohibited content',
        'Messages are about something that carriers do not carry: sex, hate, alcohol or tobacco without age gate, firearms, cannabis, gambling, loans of third parties, lead generation.',
        'It cannot be filed again. If it was misunderstood, file a new campaign in other words.',
      ],
      [
        '30897',
        'Disallowed campaign',
        'The business or the purpose is one that carriers do not admit.',
        'It cannot be filed again; support can say which word it was.',
      ],
    ],
    false,
  ),
  ...rows(carriers, [
    ['506', 'Not in English', 'Reviewers cannot read it.', 'Write description, opt-in and samples in English.'],
    [
      '601',
      'Attributes do not match',
      'What is declared of the content is not what samples or website show.',
      'Set embedded_link, embedded_phone and the others as the samples are: “commsctl 10dlc lint --fix” does.',
    ],
    [
      '602',
      'Samples do not match the use case',
      'Samples are about something else than the use case.',
      'Change the one or the other.',
    ],
    [
      '603',
      'Names do not match',
      'Brand, website and samples name different businesses.',
      'Use one name in all of them, that of the brand.',
    ],
    [
      '803',
      'Opt-in missing on the website',
      'The website takes telephone numbers, and nothing beside them speaks of messages.',
      'Add an empty box with the words of consent.',
    ],
    [
      '804',
      'Website missing or opt-in incomplete',
      'There is no website that works, nor a complete description of opting in elsewhere.',
      'Put the website online, or describe each step.',
    ],
    [
      '805',
      'Privacy policy not right',
      'It is missing, or lets opt-in data be shared.',
      'Say in it that mobile opt-in data is not shared with third parties.',
    ],
    [
      '806',
      'Opt-in not verifiable',
      'The description does not say where and how people opt in, or the form has no telephone field.',
      'Name the page, and what people do on it.',
    ],
    [
      '861',
      'Replies not right',
      'Replies to opting in or HELP lack the brand, a contact or the usual words.',
      'Name the brand in each; in the help a telephone number, a mail address or a page.',
    ],
  ]),
  ...rows(
    carriers,
    [
      [
        '701',
        'Cannabis',
        'Cannabis, hemp and CBD are not carried.',
        'It cannot be filed again while the website sells it.',
      ],
      ['703', 'Sexual content', 'Explicit content is not carried.', 'It cannot be filed again.'],
      ['704', 'Gambling', 'Gambling is not carried.', 'It cannot be filed again.'],
      ['705', 'Hate', 'Hateful content is not carried.', 'It cannot be filed again.'],
    ],
    false,
  ),
  ...rows(carriers, [
    [
      '702',
      'Firearms',
      'Firearms and ammunition need a working age gate.',
      'Put an age gate on the website, and set age_gated.',
    ],
    ['706', 'Alcohol', 'Alcohol needs a working age gate.', 'Put an age gate on the website, and set age_gated.'],
    [
      '707',
      'Tobacco',
      'Tobacco and vaping need a working age gate.',
      'Put an age gate on the website, and set age_gated.',
    ],
  ]),
  ...rows(infobip, [
    [
      '1001',
      'Age gate not declared',
      'Content is for adults, and age_gated is not set.',
      'Set age_gated, or change the words.',
    ],
    [
      '1002',
      'Lending not declared',
      'Messages are about loans, and direct_lending is not set.',
      'Set direct_lending, or change the words.',
    ],
  ]),
]
