import {Server} from '@modelcontextprotocol/sdk/server/index.js'
import {StdioServerTransport} from '@modelcontextprotocol/sdk/server/stdio.js'
import {CallToolRequestSchema, ListToolsRequestSchema} from '@modelcontextprotocol/sdk/types.js'
import {type JsonObject} from '../client/wire.ts'
import {CliError, usageError} from '../errors.ts'
import {readMap} from '../map/read-map.ts'
import {searchCommands} from '../map/search-commands.ts'
import {type Terminal} from '../output/terminal.ts'
import {callTool, type CallContext, failed, type ToolResult} from './call-tool.ts'
import {ClientAsker} from './client-asker.ts'
import {finder, listed, runner, toolNamed} from './offered-tools.ts'
import {type Tool} from './tool.ts'

export interface ServeOptions {
  tools: readonly Tool[]
  /** Whether each is listed by itself, and not found by words. */
  each: boolean
  context: CallContext
  terminal: Terminal
}

/** How many commands are shown for some words: with their inputs, more would be more than anybody reads. */
const foundAtMost = 5

/** Serves tools to the program at the other end of stdin and stdout, until it closes stdin. */
export async function serveTools({tools, each, context, terminal}: ServeOptions): Promise<void> {
  const {version} = context.program
  const server = new Server({name: 'commsctl', version}, {capabilities: {tools: {}}})
  const ending = new AbortController()
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: each ? tools.map(listed) : [finder, runner(tools)],
  }))
  server.setRequestHandler(CallToolRequestSchema, async ({params}, extra) => {
    const signal = AbortSignal.any([extra.signal, ending.signal])
    const call = (tool: Tool, input: JsonObject) =>
      callTool(tool, input, context, {signal, asker: new ClientAsker(server, signal)})
    const input = (params.arguments ?? {}) as JsonObject
    try {
      if (each) return await call(toolNamed(params.name, tools), input)
      if (params.name === finder.name) return await found(input['words'], tools, context)
      const isRunner = params.name === 'run_command'
      const [name, own] = isRunner ? [input['command'], input['input'] ?? {}] : [params.name, input]
      return await call(toolNamed(name, tools), own as JsonObject)
    } catch (error) {
      if (error instanceof CliError) return failed(error)
      throw error
    }
  })
  const {stdin} = terminal.streams
  const closed = new Promise<void>((resolve) => stdin.once('close', resolve).once('end', resolve))
  await server.connect(new StdioServerTransport())
  await closed
  ending.abort()
  await server.close()
}

async function found(words: unknown, tools: readonly Tool[], {program}: CallContext): Promise<ToolResult> {
  if (typeof words !== 'string') throw usageError('words is missing.', {code: 'missing-value'})
  const byCommand = new Map(tools.map((tool) => [tool.command, tool]))
  const entries = (await readMap(program)).filter(({command}) => byCommand.has(command))
  const commands = searchCommands(entries, words)
    .slice(0, foundAtMost)
    .map(({command}) => byCommand.get(command)!)
    .map(({command, description, nature, input}) => ({command, description, nature, input}))
  return {structuredContent: {commands}, content: [{type: 'text', text: JSON.stringify(commands)}]}
}
