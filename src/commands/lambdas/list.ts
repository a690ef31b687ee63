import {type Lambda} from '../../lib/lambdas/lambda.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'

export default operation({
  operation: 'Lambda.listLambdas',
  summary: 'List the functions that can be run',
  request: 'GET /lambda/actions',
  parameters: {},
  reply: list<Lambda>({
    columns: ['name'],
    id: 'name',
    noun: 'lambdas',
    paging: {offset: 'skip', limit: 'limit'},
  }),
  examples: [['Their names', '']],
})
