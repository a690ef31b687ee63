import {brandRule, type Fields, type Problem, textOf} from '../rule.ts'

function isOfUnitedStates(brand: Fields): boolean {
  return ['', 'US'].includes(textOf(brand, 'registration_country').toUpperCase())
}

const states =
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP'.split(
    ' ',
  )

function country(brand: Fields, field: string): Problem[] {
  const code = textOf(brand, field)
  if (code === '' || /^[A-Z]{2}$/.test(code)) return []
  if (/^[a-z]{2}$/i.test(code)) {
    const mend = code.toUpperCase()
    return [{field, message: `“${code}” is not in capital letters.`, fix: `Write ${mend}.`, mend}]
  }
  return [{field, message: `“${code}” is no country in two letters.`, fix: 'Write two letters, such as US.'}]
}

export const brandAddressRules = [
  brandRule({
    id: 'po-box',
    level: 'error',
    summary: 'The address is a street address, and no post office box',
    code: 'CR2003',
    check(brand) {
      const found = /\b(?:P\.? ?O\.? ?Box|post office box|PMB)\b[ #\d]*/i.exec(textOf(brand, 'address'))
      if (found === null) return []
      const message = 'The address is a post office box.'
      return [
        {field: 'address', message, fix: 'Write the street address that the tax office has.', span: found[0].trim()},
      ]
    },
    examples: {
      good: [{brand: {address: '12 Boxwood Ave'}}],
      bad: [{brand: {address: 'PO Box 12'}}, {brand: {address: 'P.O. Box 771'}}],
    },
  }),
  brandRule({
    id: 'zip-code',
    level: 'error',
    summary: 'A ZIP code has five digits, or five and four',
    code: 'CR2003',
    check(brand) {
      const code = textOf(brand, 'postal_code')
      if (code === '' || !isOfUnitedStates(brand) || /^\d{5}(-\d{4})?$/.test(code)) return []
      const nine = /^(\d{5})[ -]?(\d{4})$/.exec(code.trim())
      const mend = /^\d{5}$/.test(code.trim()) ? code.trim() : nine === null ? undefined : `${nine[1]}-${nine[2]}`
      const fix =
        mend === undefined ? 'Write it like 34236 or 34236-1234; quoted, when it begins with 0.' : `Write ${mend}.`
      return [{field: 'postal_code', message: `“${code}” is no ZIP code.`, fix, mend}]
    },
    examples: {
      good: [
        {brand: {postal_code: '01234-5678'}},
        {brand: {registration_country: 'CA', state: 'ON', postal_code: 'K1A 0B1'}},
      ],
      bad: [{brand: {postal_code: '1234'}}, {brand: {postal_code: '342851234'}}],
    },
  }),
  brandRule({
    id: 'state-code',
    level: 'error',
    summary: 'A state of the US is its two capital letters',
    code: 'CR2003',
    check(brand) {
      const state = textOf(brand, 'state')
      if (state === '' || !isOfUnitedStates(brand) || states.includes(state)) return []
      const mend = states.find((known) => known === state.trim().toUpperCase())
      const fix = mend === undefined ? 'Write two letters, such as FL.' : `Write ${mend}.`
      return [{field: 'state', message: `“${state}” is no state in two capital letters.`, fix, mend}]
    },
    examples: {
      good: [{brand: {state: 'PR', postal_code: '00901'}}],
      bad: [{brand: {state: 'Florida'}}, {brand: {state: 'fl'}}, {brand: {state: 'XX'}}],
    },
  }),
  brandRule({
    id: 'country-code',
    level: 'error',
    summary: 'Countries are two capital letters',
    code: null,
    check: (brand) => ['registration_country', 'e_i_n_country'].flatMap((field) => country(brand, field)),
    examples: {
      good: [{brand: {registration_country: 'CA', state: 'ON', postal_code: 'K1A 0B1'}}],
      bad: [{brand: {registration_country: 'USA'}}, {brand: {e_i_n_country: 'us'}}],
    },
  }),
] as const
