import {lambdas} from '../lambdas/lambdas.ts'
import {type Store} from '../store.ts'

const scripts = {
  sumnumbers: `const numbers = params.nbrs ?? [params.x, params.y].filter((number) => number !== undefined)
const sum = numbers.map(Number).reduce((total, number) => total + number, 0)
if (Number.isNaN(sum)) throw new Error('Not all of them are numbers.')
return {sum}`,
  echo: 'return params',
}

/** The functions that the platform is known to have. */
export function seedLambdas(store: Store): void {
  for (const [name, script] of Object.entries(scripts)) store.collection(lambdas).put({name, script})
}
