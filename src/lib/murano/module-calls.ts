import {operation} from '../operation.ts'
import {empty, list, object} from '../operation/declaration.ts'
import {text} from '../parameters.ts'
import {listing} from './listing.ts'
import {solution} from './parameters.ts'
import {script, type Script} from './script.ts'
import {scriptAlias, scriptNames} from './script-alias.ts'

// The modules of a solution: also what is compared with files.

const murano = {host: 'murano', auth: 'murano'} as const

function moduleName(summary: string) {
  const modules = listing({
    ...{noun: 'module', command: 'modules list', of: ['--solution', 'id']},
    rows: (caller, id) => caller.all(listModules, {id}),
    name: ({name}) => name,
  })
  return text('NAME', summary, {lookup: scriptAlias('id'), listing: modules})
}

export const listModules = operation({
  operation: 'Murano.module.list',
  summary: 'List the modules of a solution',
  request: {line: 'GET /solution/{id}/module', ...murano},
  parameters: {id: solution()},
  reply: list<Script>({columns: ['name', 'updated_at', 'id'], id: 'name', noun: 'modules', paging: {offset: 'offset'}}),
  examples: [['All modules', '--solution clinic-monitor']],
})

export const getModule = operation({
  operation: 'Murano.module.get',
  summary: 'Show the script of a module',
  description: 'Prints the script alone, unless a format is chosen.',
  request: {line: 'GET /solution/{id}/module/{alias}', ...murano},
  parameters: {id: solution(), alias: moduleName('module to show')},
  reply: object<Script>({columns: ['name', 'updated_at', 'id', 'script'], id: 'name', alone: 'script'}),
  examples: [
    ['One of them', 'fridges --solution clinic-monitor'],
    ['When it was changed', 'fridges --solution clinic-monitor --jq .updated_at'],
  ],
})

/** Answers with the module where it is new, else with nothing. */
export const putModule = operation({
  operation: 'Murano.module.put',
  summary: 'Create a module, or replace its script',
  request: {line: 'PUT /solution/{id}/module/{alias}', ...murano},
  parameters: {
    id: solution(),
    alias: moduleName('module to set; one that is nested in others has dots in its name'),
    script: script(),
  },
  derived: ({id, alias}) => scriptNames(id, alias),
  effect: {changes: 'set the module'},
  reply: empty('The module is set.'),
  examples: [['From the command line', "hello --script 'return {}' --solution Sandpit"]],
})

export const createModule = operation({
  operation: 'Murano.module.create',
  summary: 'Create a module, where there is none of the name',
  request: {line: 'POST /solution/{id}/module/', ...murano},
  parameters: {id: solution(), name: text('NAME', 'name of the module'), script: script()},
  derived: ({id, name}) => ({solution_id: id, alias: `${id}_${name}`}),
  effect: {changes: 'create the module'},
  reply: object<Script>({columns: ['name', 'updated_at', 'id'], id: 'name', nothing: 'The module is created.'}),
  examples: [['From the command line', "greeter --script 'return {}' --solution Sandpit"]],
})

export const deleteModule = operation({
  operation: 'Murano.module.delete',
  summary: 'Delete a module',
  request: {line: 'DELETE /solution/{id}/module/{alias}', ...murano},
  parameters: {id: solution(), alias: moduleName('module to delete')},
  effect: {changes: 'delete the module', destructive: true},
  reply: empty('Deleted.'),
  examples: [['By name', 'fridges --solution clinic-monitor']],
})
