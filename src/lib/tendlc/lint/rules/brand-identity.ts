import {alternativeIdTypes} from '../../registry-lists.ts'
import {hasLegalSuffix} from '../../wording.ts'
import {brandRule, type Fields, textOf} from '../rule.ts'

const mostLegalName = 100

function isOfUnitedStates(brand: Fields, field: string): boolean {
  return ['', 'US'].includes(textOf(brand, field).toUpperCase())
}

export const brandIdentityRules = [
  brandRule({
    id: 'legal-name-length',
    level: 'error',
    summary: 'The legal name has at most 100 characters, on one line',
    code: 'CR2001',
    check(brand) {
      const name = textOf(brand, 'legal_name')
      if (name.length > mostLegalName) {
        const message = `The legal name has ${name.length} characters, and ${mostLegalName} is the most.`
        return [
          {field: 'legal_name', message, fix: 'Write it as the tax office has it (form CP-575), without additions.'},
        ]
      }
      if (!name.trim().includes('\n')) return []
      const message = 'The legal name has a line break in it.'
      const mend = name.trim().replace(/\s*\n\s*/g, ' ')
      return [{field: 'legal_name', message, fix: 'Write it in one line.', mend}]
    },
    examples: {
      good: [{brand: {legal_name: 'Acme Dental of Venice and the Islands LLC'}}],
      bad: [
        {brand: {legal_name: `Acme Dental ${'of Venice '.repeat(10)}LLC`}},
        {brand: {legal_name: 'Acme Dental\nof Venice LLC'}},
      ],
    },
  }),
  brandRule({
    id: 'legal-name-suffix',
    level: 'warning',
    summary: 'The legal name of a company ends with its legal form',
    code: 'CR2001',
    check(brand) {
      const name = textOf(brand, 'legal_name')
      if (name === '' || !/^(PRIVATE|PUBLIC)_PROFIT$/i.test(textOf(brand, 'organization_type'))) return []
      if (hasLegalSuffix(name)) return []
      const message = `“${name}” has no legal form such as LLC or Inc.`
      return [
        {
          field: 'legal_name',
          message,
          fix: 'Compare it with form CP-575, letter by letter, suffix and comma included.',
        },
      ]
    },
    examples: {
      good: [{brand: {legal_name: 'Acme Dental, Inc.'}}, {brand: {legal_name: 'Acme Dental P.C.'}}],
      bad: [{brand: {legal_name: 'Acme Dental'}}],
    },
  }),
  brandRule({
    id: 'ein-form',
    level: 'error',
    summary: 'An EIN has nine digits, and not all of them are the same',
    code: 'CR2002',
    check(brand) {
      const ein = textOf(brand, 'e_i_n')
      if (ein === '' || !isOfUnitedStates(brand, 'e_i_n_country')) return []
      const digits = ein.replace(/[\s-]/g, '')
      if (!/^\d{9}$/.test(digits)) {
        const message = `“${ein}” is no EIN: it must have nine digits.`
        return [
          {field: 'e_i_n', message, fix: 'Write the nine digits of the EIN, like 12-3456789; a DUNS number is none.'},
        ]
      }
      if (/^(\d)\1+$/.test(digits)) {
        return [{field: 'e_i_n', message: `No business has the EIN ${ein}.`, fix: 'Write the EIN of the brand itself.'}]
      }
      if (/^\d{2}-?\d{7}$/.test(ein)) return []
      const mend = `${digits.slice(0, 2)}-${digits.slice(2)}`
      return [{field: 'e_i_n', message: `“${ein}” is not in the form 12-3456789.`, fix: `Write ${mend}.`, mend}]
    },
    examples: {
      good: [
        {brand: {e_i_n: '123456789'}},
        {brand: {e_i_n: '07-1234567'}},
        {brand: {e_i_n: 'BN 1234', e_i_n_country: 'CA'}},
      ],
      bad: [{brand: {e_i_n: '00-0000000'}}, {brand: {e_i_n: '12-345678'}}, {brand: {e_i_n: '123-45-6789'}}],
    },
  }),
  brandRule({
    id: 'alternative-id',
    level: 'error',
    summary: 'Another business id has a type, and the type an id',
    code: null,
    check(brand) {
      const type = textOf(brand, 'alt_business_id_type').toUpperCase()
      const id = textOf(brand, 'alt_business_id')
      if (type !== '' && !alternativeIdTypes.some((known) => known === type)) {
        const fix = `Write one of ${alternativeIdTypes.join(', ')}.`
        return [{field: 'alt_business_id_type', message: `“${type}” is no kind of business id.`, fix}]
      }
      const isNone = type === '' || type === 'NONE'
      if (!isNone && id === '') {
        return [
          {field: 'alt_business_id', message: `The ${type} id is missing.`, fix: `Add the id, or take the type out.`},
        ]
      }
      if (!isNone || id === '') return []
      const fix = 'Say which kind of id it is, or take it out.'
      return [{field: 'alt_business_id_type', message: 'The kind of the other business id is missing.', fix}]
    },
    examples: {
      good: [
        {brand: {alt_business_id_type: 'DUNS', alt_business_id: '123456789'}},
        {brand: {alt_business_id_type: 'NONE'}},
      ],
      bad: [
        {brand: {alt_business_id: '123456789'}},
        {brand: {alt_business_id_type: 'LEI'}},
        {brand: {alt_business_id_type: 'VAT', alt_business_id: '1'}},
      ],
    },
  }),
  brandRule({
    id: 'stock-symbol',
    level: 'error',
    summary: 'A public company names its ticker and the exchange',
    code: null,
    check(brand) {
      if (textOf(brand, 'organization_type').toUpperCase() !== 'PUBLIC_PROFIT') return []
      const symbol = textOf(brand, 'stock_symbol')
      const exchange = textOf(brand, 'stock_exchange').toUpperCase()
      return [
        ...(symbol !== '' && !/^[A-Z0-9.-]{1,10}$/i.test(symbol)
          ? [
              {
                field: 'stock_symbol',
                message: `“${symbol}” is no ticker.`,
                fix: 'Write at most 10 letters, such as ACME.',
              },
            ]
          : []),
        ...(exchange === 'NONE'
          ? [
              {
                field: 'stock_exchange',
                message: 'A public company has an exchange.',
                fix: 'Name it as “10dlc enums” does.',
              },
            ]
          : []),
      ]
    },
    examples: {
      good: [
        {
          brand: {
            organization_type: 'PUBLIC_PROFIT',
            stock_symbol: 'ACME',
            stock_exchange: 'NASDAQ',
            business_contact_email: 'ada@acmedental.example',
          },
        },
      ],
      bad: [
        {brand: {organization_type: 'PUBLIC_PROFIT', stock_symbol: 'THE ACME COMPANY', stock_exchange: 'NYSE'}},
        {brand: {organization_type: 'PUBLIC_PROFIT', stock_symbol: 'ACME', stock_exchange: 'NONE'}},
      ],
    },
  }),
] as const
