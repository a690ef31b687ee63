import {type Fields, type Schema} from '../schema.ts'
import {conditionTypes, stateTypes, templateStatuses} from './template.ts'

const milliseconds: Schema = {type: ['string', 'integer'], pattern: '^\\d+$', description: 'milliseconds'}

const uuid: Schema = {type: 'string', format: 'uuid', description: 'made where it is left out'}

const stateName: Schema = {type: 'string', description: 'name of a state'}

const decision: Schema = {
  type: 'object',
  description: 'of a decision: which of two transitions is taken',
  required: ['rules', 'true_transition_name', 'false_transition_name'],
  properties: {
    rules: {type: 'object', description: 'JsonLogic', examples: [{'>=': [{var: 'total'}, 10]}]},
    data: {type: 'object', description: 'what the rules see, by name: paths such as $order.total, or values'},
    true_transition_name: {type: 'string'},
    false_transition_name: {type: 'string'},
  },
}

const state: Schema = {
  type: 'object',
  required: ['name', 'type'],
  properties: {
    uuid,
    name: {type: 'string', minLength: 1},
    description: {type: 'string'},
    type: {enum: stateTypes},
    decision,
  },
}

const resultMapping: Schema = {
  type: 'object',
  required: ['source', 'name'],
  properties: {
    source: {enum: ['constant', 'workflow_vars', 'result']},
    name: {type: 'string', minLength: 1, description: 'variable to set'},
    path: {description: 'where the value is; of a constant, the value'},
  },
}

const lambdaCondition: Schema = {
  type: 'object',
  required: ['function_name'],
  properties: {
    function_name: {type: 'string', minLength: 1},
    blocking: {type: 'boolean', description: 'false: go on without its result'},
    parameters: {
      type: ['string', 'object'],
      description: 'a path such as ^order, or an object that may hold such paths',
    },
    result_path: {type: 'string', description: 'variable for the result, such as $sum'},
    result: {type: 'array', items: resultMapping},
  },
}

const condition: Schema = {
  type: 'object',
  description: 'what happens on the way',
  required: ['type'],
  properties: {
    type: {enum: conditionTypes},
    data: {
      type: 'object',
      properties: {
        passthrough_condition: {type: 'object'},
        lambda_condition: lambdaCondition,
        wait_condition: {type: 'object', required: ['wait_value'], properties: {wait_value: milliseconds}},
      },
    },
  },
}

const transition: Schema = {
  type: 'object',
  required: ['name', 'start_state', 'next_state', 'condition'],
  properties: {
    uuid,
    name: {type: 'string', minLength: 1},
    description: {type: 'string'},
    start_state: stateName,
    next_state: stateName,
    next_error_state: stateName,
    next_timeout_state: stateName,
    timeout: {...milliseconds, description: 'milliseconds; 0 is no limit'},
    condition,
  },
}

/** What the body of a workflow template holds. */
export const templateFields: Fields = {
  name: {type: 'string', minLength: 1, description: 'what it is called'},
  description: {type: 'string', description: 'what it does'},
  version: {
    type: 'string',
    pattern: '^\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?$',
    description: 'semantic version',
    examples: ['1.0.0'],
  },
  status: {enum: templateStatuses},
  states: {type: 'array', minItems: 1, items: state, description: 'one of them of type start'},
  transitions: {type: 'array', items: transition, description: 'ways from state to state'},
  users: {
    type: 'object',
    description: 'whose it is',
    properties: {
      account_uuid: {type: 'string', format: 'uuid'},
      user_uuids: {type: 'array', items: {type: 'string', format: 'uuid'}},
    },
  },
  globals: {type: 'object', description: 'values that all its instances see'},
  uuid: {...uuid, description: 'of a template that is there already: adds a version to it'},
}

/** What a template cannot do without. */
export const neededOfTemplates = ['name', 'version', 'states', 'transitions'] as const

/** What the body of a start holds. */
export const startFields: Fields = {
  version: {type: 'string', description: 'version of the template; the newest if left out'},
  start_state: {type: 'string', description: 'state to begin with'},
  group_uuid: {type: 'string', format: 'uuid', description: 'group to join'},
  group_name: {type: 'string', description: 'name of the group'},
  input_vars: {type: 'object', description: 'input variables'},
}
