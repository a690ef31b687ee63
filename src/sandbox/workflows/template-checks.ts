import {type JsonObject} from '../../lib/client/wire.ts'
import {type Template} from '../../lib/workflows/template.ts'
import {neededOfTemplates, templateFields} from '../../lib/workflows/template-fields.ts'
import {badRequest, type FieldProblem} from '../refusal.ts'
import {refuseFaults} from '../schema-check.ts'

const schema = {type: 'object', properties: templateFields, required: neededOfTemplates} as const

/** What a request says of a template. Throws a 400 that names all that is wrong with it. */
export async function checkedTemplate(body: JsonObject): Promise<Omit<Template, 'uuid'> & {uuid?: string}> {
  await refuseFaults(body, schema, 'The template is not valid.')
  const {description = '', status = 'active', users = {}, globals = {}, ...rest} = body as unknown as Template
  const template = {...rest, description, status, users, globals}
  const problems = contradictions(template)
  if (problems.length > 0) throw badRequest('The states and transitions of the template do not fit.', problems)
  return template
}

/** Names that lead nowhere, and what is there twice or not at all. */
export function contradictions({states, transitions}: Pick<Template, 'states' | 'transitions'>): FieldProblem[] {
  const stateNames = states.map(({name}) => name)
  const transitionNames = transitions.map(({name}) => name)
  const starts = states.filter(({type}) => type === 'start').length
  return [
    ...(starts === 1 ? [] : [{field: 'states', message: `must have one state of type start, not ${starts}`}]),
    ...twice('states', stateNames),
    ...twice('transitions', transitionNames),
    ...states.flatMap(({type, decision}, at) => [
      ...(type === 'decision' && decision === undefined
        ? [{field: `states[${at}].decision`, message: 'is required of a decision'}]
        : []),
      ...unknown(`states[${at}].decision`, decision ?? {}, decisionNames, transitionNames, 'transition'),
    ]),
    ...transitions.flatMap((transition, at) => [
      ...unknown(`transitions[${at}]`, transition, stateReferences, stateNames, 'state'),
      ...conditionProblems(`transitions[${at}].condition`, transition.condition),
    ]),
  ]
}

const decisionNames = ['true_transition_name', 'false_transition_name'] as const
const stateReferences = ['start_state', 'next_state', 'next_error_state', 'next_timeout_state'] as const

function unknown(
  path: string,
  holder: object,
  fields: readonly string[],
  known: readonly string[],
  kind: string,
): FieldProblem[] {
  return fields.flatMap((field) => {
    const name = (holder as Record<string, unknown>)[field]
    if (typeof name !== 'string' || name === '' || known.includes(name)) return []
    return [{field: `${path}.${field}`, message: `is no ${kind}: ${name}`}]
  })
}

function twice(field: string, names: readonly string[]): FieldProblem[] {
  const again = names.filter((name, at) => names.indexOf(name) < at)
  return [...new Set(again)].map((name) => ({field, message: `has ${name} twice`}))
}

function conditionProblems(path: string, {type, data}: Template['transitions'][number]['condition']): FieldProblem[] {
  const needed = `${type}_condition` as const
  if (type === 'passthrough' || data?.[needed] !== undefined) return []
  return [{field: `${path}.data.${needed}`, message: 'is required'}]
}
