import {business} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {choice} from '../../../lib/parameters.ts'
import {solutionName} from '../../../lib/murano/solution-name.ts'

/** What is told of a new solution. */
interface NewSolution {
  id: string
  name: string
}

export default operation({
  operation: 'Murano.solution.create',
  summary: 'Create an application or a product',
  description: 'How many a business may have depends on its tier.',
  request: {line: 'POST /business/{bizid}/solution/', host: 'murano', auth: 'murano'},
  parameters: {
    label: solutionName(),
    type: choice('--type', 'what it is to be', ['application', 'product'], {default: 'application'}),
    bizid: business(),
  },
  effect: {changes: 'create'},
  reply: object<NewSolution>({columns: ['id', 'name'], id: 'id'}),
  examples: [
    ['An application', 'greenhouse'],
    ['A product, whose devices it is for', 'thermostat --type product'],
  ],
})
