import {hostOf} from '../../content.ts'
import {type Fields, brandRule, type Problem, textOf} from '../rule.ts'

const freeMail = new Set(
  'gmail.com googlemail.com yahoo.com ymail.com hotmail.com outlook.com live.com msn.com aol.com icloud.com me.com mac.com mail.com gmx.com proton.me protonmail.com zoho.com yandex.com comcast.net att.net verizon.net'.split(
    ' ',
  ),
)
const socialPages =
  /(?:^|\.)(?:facebook|instagram|linkedin|twitter|x|tiktok|youtube|craigslist|yelp|linktr)\.(?:com|org|ee)$/
const listAddresses = /^(?:info|sales|support|admin|office|hello|contact|noreply|no-reply|marketing|team|all|help)@/i

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

/** Whether an address is of the domain of a host, one inside the other. */
export function isOfSite(domain: string, host: string): boolean {
  return domain === host || domain.endsWith(`.${host}`) || host.endsWith(`.${domain}`)
}

const mailForm = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

function malformed(brand: Fields, field: string): Problem[] {
  const address = textOf(brand, field)
  if (address === '' || mailForm.test(address)) return []
  const mend = mailForm.test(address.trim()) ? address.trim() : undefined
  return [{field, message: `“${address}” is no e-mail address.`, fix: 'Write it like office@acmedental.example.', mend}]
}

export const brandContactRules = [
  brandRule({
    id: 'mail-address-form',
    level: 'error',
    summary: 'Mail addresses are of the form name@domain',
    code: null,
    check: (brand) => ['email_address', 'business_contact_email'].flatMap((field) => malformed(brand, field)),
    examples: {
      good: [{brand: {email_address: 'front.desk@mail.acmedental.example'}}],
      bad: [{brand: {email_address: 'office'}}, {brand: {business_contact_email: 'ada@acmedental'}}],
    },
  }),
  brandRule({
    id: 'free-mail',
    level: 'warning',
    summary: 'The mail address is not one of a free mail service',
    code: 'CR2001',
    check(brand) {
      const domain = domainOf(textOf(brand, 'email_address'))
      if (!freeMail.has(domain)) return []
      const fix = 'Give an address on the domain of the brand’s website.'
      return [{field: 'email_address', message: `${domain} is a free mail service.`, fix, span: domain}]
    },
    examples: {
      good: [{brand: {email_address: 'ada@acmedental.example'}}],
      bad: [{brand: {email_address: 'acmedental@gmail.com'}}],
    },
  }),
  brandRule({
    id: 'mail-domain',
    level: 'warning',
    summary: 'The mail address is on the domain of the website',
    code: 'CR2001',
    check(brand) {
      const [address, host] = [textOf(brand, 'email_address'), hostOf(textOf(brand, 'website'))]
      const domain = domainOf(address)
      if (!mailForm.test(address) || host === undefined || freeMail.has(domain) || isOfSite(domain, host)) return []
      const message = `${domain} is not the domain of the website ${host}.`
      return [{field: 'email_address', message, fix: `Give an address on ${host}.`, span: domain}]
    },
    examples: {
      good: [{brand: {email_address: 'a@acmedental.example', website: 'https://www.acmedental.example/venice'}}],
      bad: [{brand: {email_address: 'office@acme-holding.example'}}],
    },
  }),
  brandRule({
    id: 'public-contact',
    level: 'error',
    summary: 'A public company’s contact is a person with an address on the website’s domain',
    code: '30900',
    check(brand) {
      const [address, host] = [textOf(brand, 'business_contact_email'), hostOf(textOf(brand, 'website'))]
      if (textOf(brand, 'organization_type').toUpperCase() !== 'PUBLIC_PROFIT' || !mailForm.test(address)) return []
      const field = 'business_contact_email'
      if (host !== undefined && !isOfSite(domainOf(address), host)) {
        const message = `${address} is not on the domain of the website ${host}.`
        return [{field, message, fix: `Give an address on ${host}: the registry verifies it by mail.`}]
      }
      if (!listAddresses.test(address)) return []
      const message = `${address} looks like a list, not a person.`
      return [
        {
          field,
          level: 'warning',
          message,
          fix: 'Give the address of a person, who answers the registry within 30 days.',
        },
      ]
    },
    examples: {
      good: [
        {
          brand: {
            organization_type: 'PUBLIC_PROFIT',
            stock_symbol: 'ACME',
            stock_exchange: 'NYSE',
            business_contact_email: 'ada.rivera@acmedental.example',
          },
        },
      ],
      bad: [
        {brand: {organization_type: 'PUBLIC_PROFIT', business_contact_email: 'ada@gmail.com'}},
        {brand: {organization_type: 'PUBLIC_PROFIT', business_contact_email: 'info@acmedental.example'}},
      ],
    },
  }),
  brandRule({
    id: 'brand-website',
    level: 'error',
    summary: 'The website is a web page of the brand’s own',
    code: '30919',
    check(brand) {
      const field = 'website'
      const website = textOf(brand, field)
      if (website === '') return []
      const host = hostOf(website.trim())
      if (host === undefined || !host.includes('.')) {
        return [
          {field, message: `“${website}” is no web address.`, fix: 'Write it whole, like https://acmedental.example.'},
        ]
      }
      if (!/^https?:\/\//i.test(website)) {
        const mend = `https://${website.trim()}`
        return [{field, message: `“${website}” does not begin with https://.`, fix: `Write ${mend}.`, mend}]
      }
      if (!socialPages.test(host)) return []
      const fix = 'Give a site of the brand’s own, with the way to opt in and the privacy policy.'
      return [{field, level: 'warning', message: `${host} is a social network.`, fix, span: host}]
    },
    examples: {
      good: [{brand: {website: 'https://www.acmedental.example/'}}],
      bad: [
        {brand: {website: 'acmedental'}},
        {brand: {website: 'acmedental.example'}},
        {brand: {website: 'https://facebook.com/acme', email_address: 'acme@facebook.com'}},
      ],
    },
  }),
  brandRule({
    id: 'brand-phone',
    level: 'warning',
    summary: 'The telephone number is written whole',
    code: null,
    check(brand) {
      const field = 'phone_number'
      const phone = textOf(brand, field)
      const digits = phone.replace(/[\s().-]/g, '')
      if (phone === '' || /^\+[1-9]\d{6,14}$/.test(phone)) return []
      const mend = /^\+?1?[2-9]\d{9}$/.test(digits) ? `+1${digits.slice(-10)}` : undefined
      if (mend !== undefined) return [{field, message: `“${phone}” is not in E.164.`, fix: `Write ${mend}.`, mend}]
      return [
        {field, level: 'error', message: `“${phone}” is no telephone number.`, fix: 'Write it like +19412360001.'},
      ]
    },
    examples: {
      good: [{brand: {phone_number: '+442071838750'}}],
      bad: [{brand: {phone_number: '(941) 236-0001'}}, {brand: {phone_number: '911'}}],
    },
  }),
] as const
