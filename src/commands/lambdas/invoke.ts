import {wholeBody} from '../../lib/body-parameter.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {text} from '../../lib/parameters.ts'

export default operation({
  operation: 'Lambda.invokeLambda',
  summary: 'Run a function and show its result',
  request: 'POST /lambda/actions/{lambda_name}/invoke',
  parameters: {
    lambda_name: text('LAMBDA', 'function to run, one of lambdas list'),
    body: wholeBody('its parameters', {optional: true}),
  },
  effect: {changes: 'run'},
  reply: object<{body: unknown}>({columns: ['body']}),
  examples: [
    ['The sum of three numbers', 'sumnumbers --body \'{"nbrs": [1, 2, 3]}\' --jq .body.sum'],
    ['Two parameters, given back', 'echo -F greeting=hello -F count=2'],
  ],
})
