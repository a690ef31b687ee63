import createSolution from '../commands/murano/solutions/create.ts'
import deleteSolution from '../commands/murano/solutions/delete.ts'
import {collect} from '../lib/collect.ts'
import {idOf, namesOf} from '../lib/murano/solution.ts'
import {listSolutions} from '../lib/murano/solution-calls.ts'
import {type Kind} from '../lib/plan/kind.ts'

/** Applications and products of the profile's Murano business, by name. */
export const muranoSolutions: Kind = {
  section: 'murano_solutions',
  noun: 'solution',
  key: 'name',
  id: 'sid',
  fields: {
    name: {type: 'string', description: 'letters, digits and hyphens'},
    type: {enum: ['application', 'product'], description: 'what it is to be; an application unless said'},
  },
  needed: [],
  unexported: true,
  calls: {create: createSolution, remove: deleteSolution},

  async read(planning) {
    const all = await collect(planning.all(listSolutions, {}))
    return all.map((solution) => {
      const [name = idOf(solution)] = namesOf(solution)
      return {key: name, id: idOf(solution), fields: {name, type: solution.type}}
    })
  },

  async create(applying, [wanted]) {
    const {type = 'application'} = wanted!.fields as {type?: 'application' | 'product'}
    return [(await applying.call(createSolution, {label: wanted!.key, type})).id]
  },

  async remove(applying, [existing]) {
    await applying.call(deleteSolution, {sid: existing!.id})
  },
}
