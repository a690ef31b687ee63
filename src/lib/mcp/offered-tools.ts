import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {areaOf} from '../map/read-map.ts'
import {type InputSchema, type Tool} from './tool.ts'

/** A tool as the protocol lists it. */
export interface ListedTool {
  [name: string]: unknown
  name: string
  description: string
  inputSchema: InputSchema & {[name: string]: unknown; properties: {[name: string]: object}}
  annotations: {readOnlyHint: boolean; destructiveHint: boolean; idempotentHint: boolean; openWorldHint: boolean}
}

/** Of all tools, those that may be called: what changes something only where that is allowed, and only those of the areas. */
export function allowedTools(
  all: readonly Tool[],
  {areas, changes}: {areas: readonly string[] | undefined; changes: boolean},
): Tool[] {
  const known = new Set(all.map(({command}) => areaOf(command)))
  const unknown = areas?.find((area) => !known.has(area))
  if (unknown !== undefined) {
    throw usageError(`--areas: “${unknown}” is no area that has tools.${didYouMean(unknown, known)}`, {
      code: 'invalid-value',
      hint: `There are ${[...known].join(', ')}.`,
    })
  }
  return all.filter(
    ({command, nature}) => (areas?.includes(areaOf(command)) ?? true) && (changes || !nature.includes('changes')),
  )
}

export function listed({name, description, input, nature}: Tool): ListedTool {
  return {
    name,
    description,
    inputSchema: input as ListedTool['inputSchema'],
    annotations: {
      readOnlyHint: !nature.includes('changes'),
      destructiveHint: nature.includes('destructive') || nature.includes('disruptive'),
      idempotentHint: nature.includes('idempotent'),
      openWorldHint: true,
    },
  }
}

/** In place of hundreds of tools: one that finds them, and one that calls what was found. */
export const finder = {
  name: 'find_commands',
  description: 'Find commands by what they do. Gives the nearest with their inputs, for run_command.',
  inputSchema: {
    type: 'object',
    properties: {words: {type: 'string', description: 'what you want to do, such as: list campaigns'}},
    required: ['words'],
  },
  annotations: {readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false},
} satisfies ListedTool

export function runner(tools: readonly Tool[]): ListedTool {
  return {
    name: 'run_command',
    description: 'Run a command that find_commands has found.',
    inputSchema: {
      type: 'object',
      properties: {
        command: {type: 'string', description: 'its words, such as: numbers list'},
        input: {type: 'object', description: 'its inputs, as find_commands describes them'},
      },
      required: ['command'],
    },
    annotations: {
      readOnlyHint: !tools.some(({nature}) => nature.includes('changes')),
      destructiveHint: tools.some(({nature}) => nature.includes('destructive')),
      idempotentHint: false,
      openWorldHint: true,
    },
  }
}

/** The tool of that name, or of those words. */
export function toolNamed(name: unknown, tools: readonly Tool[]): Tool {
  const found = tools.find((tool) => tool.name === name || tool.command === name)
  if (found !== undefined) return found
  const near =
    typeof name === 'string'
      ? didYouMean(
          name,
          tools.map(({command}) => command),
        )
      : ''
  throw usageError(`There is no command “${String(name)}” among the tools.${near}`, {
    code: 'unknown-command',
    hint: 'Look for it with find_commands. What changes something is there with --allow-changes only.',
  })
}
