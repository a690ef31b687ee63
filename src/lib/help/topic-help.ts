import {subtopics, topicGroups} from '../../topics.ts'
import {type CommandIndex} from '../program.ts'
import {columns, paragraph, wrap} from './columns.ts'

/** The areas in groups; the commands that stand alone; where to read on. */
export function rootHelp(index: CommandIndex, width: number): string {
  const alone = Object.entries(index).filter(([id]) => !id.includes(' '))
  const groups = Object.entries(topicGroups).map(([title, topics]) =>
    section(title.toUpperCase(), Object.entries(topics), width),
  )
  return (
    [
      wrap('Administer a CPaaS from a terminal or a script.', width).join('\n'),
      section('USAGE', [['commsctl AREA VERB [ARGUMENTS] [FLAGS]', '']], width),
      ...groups,
      section('COMMANDS', alone, width),
      section(
        'LEARN MORE',
        [
          ['commsctl AREA --help', 'the verbs of an area'],
          ['commsctl AREA VERB --help', 'one command, with examples'],
          ['--profile sandbox', 'try anything without an account'],
        ],
        width,
      ),
    ].join('\n\n') + '\n'
  )
}

/** The commands and topics right below a topic. */
export function topicHelp(index: CommandIndex, topic: string, width: number): string {
  const below = Object.entries(index).filter(([id]) => id.startsWith(`${topic} `))
  const depth = topic.split(' ').length
  const commands = below.filter(([id]) => id.split(' ').length === depth + 1)
  const topics = [
    ...new Set(
      below.map(([id]) =>
        id
          .split(' ')
          .slice(0, depth + 1)
          .join(' '),
      ),
    ),
  ].filter((id) => index[id] === undefined)
  const summary = summaryOf(topic)
  return (
    [
      wrap(`commsctl ${topic}${summary === undefined ? '' : `: ${summary}`}`, width).join('\n'),
      `USAGE\n${paragraph(`commsctl ${topic} COMMAND`, width, '  ')}`,
      ...(topics.length > 0
        ? [
            section(
              'TOPICS',
              topics.map((id) => [id, summaryOf(id) ?? '']),
              width,
            ),
          ]
        : []),
      ...(commands.length > 0 ? [section('COMMANDS', commands, width)] : []),
    ].join('\n\n') + '\n'
  )
}

function summaryOf(topic: string): string | undefined {
  const areas = Object.assign({}, ...Object.values(topicGroups)) as Record<string, string>
  return areas[topic] ?? subtopics[topic]
}

function section(title: string, rows: [string, string][], width: number): string {
  return `${title}\n${columns(rows, width)}`
}
