import deleteBrand from '../commands/10dlc/brands/delete.ts'
import {brandOf, registerBrand} from '../commands/10dlc/brands/register.ts'
import {type Inputs, type Parameter} from '../lib/parameter.ts'
import {type Kind} from '../lib/plan/kind.ts'
import {except, parameterFields, setFields} from '../lib/plan/parameter-fields.ts'
import {registrationState} from '../lib/tendlc/registration-state.ts'

const parameters = except<Parameter>(registerBrand.shape.parameters, 'account_uuid')

/** The brand of the account, with the fields of a filing. The platform changes none of them. */
export const brand: Kind = {
  section: 'brand',
  noun: 'brand',
  single: true,
  key: 'brand_name',
  fields: parameterFields(parameters),
  needed: Object.entries(parameters).flatMap(([name, {presence}]) => (presence === 'required' ? [name] : [])),
  calls: {create: registerBrand, remove: deleteBrand},

  async read(planning) {
    const found = await brandOf(planning, planning.account)
    // There is one at most: whatever a file calls it, it is this one.
    return found === undefined ? [] : [{key: 'brand', id: planning.account, fields: setFields(parameters, found)}]
  },

  async create(applying, [wanted]) {
    const fields = wanted!.fields as unknown as Inputs<typeof registerBrand.shape.parameters>
    await applying.call(registerBrand, {...fields, account_uuid: applying.account})
    return [applying.account]
  },

  async remove(applying) {
    await applying.call(deleteBrand, {account_uuid: applying.account})
  },

  async waiting(applying) {
    const status = (await brandOf(applying, applying.account))?.status
    return registrationState(status) === 'pending' ? `The brand is ${status}.` : undefined
  },
}
