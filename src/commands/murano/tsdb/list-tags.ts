import {Command} from '../../../lib/command.ts'
import {solution} from '../../../lib/murano/parameters.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {tsdb} from '../../../lib/murano/services/tsdb.ts'
import {list, object, type Shape} from '../../../lib/operation/declaration.ts'
import {printRows} from '../../../lib/operation/print-rows.ts'

interface TagsPage {
  /** Values by tag. */
  tags: Record<string, string[]>
  next?: string
}

interface Tag {
  tag: string
  values: string[]
}

const tagsPage = serviceOperation({
  service: tsdb,
  operation: 'listTags',
  reply: object<TagsPage>({columns: ['tags', 'next']}),
  examples: [],
})

export default class ListTags extends Command {
  static override readonly shape = {
    summary: tagsPage.shape.summary,
    parameters: {solution: solution()},
    reply: list<Tag>({columns: ['tag', 'values'], id: 'tag', noun: 'tags', paging: 'none'}),
    examples: [['All of them', '--solution Sandpit']],
  } satisfies Shape
  static override readonly calls = [tagsPage]

  async run(): Promise<void> {
    const {solution: scope} = await this.values(ListTags.shape)
    await printRows(ListTags.shape.reply, this.#tags(scope), this.flags, this.console)
  }

  async *#tags(scope: string): AsyncIterable<Tag> {
    let next: string | undefined
    do {
      const page: TagsPage = await this.call(tagsPage, {solution: scope, next})
      for (const [tag, values] of Object.entries(page.tags)) yield {tag, values}
      next = page.next
    } while (next !== undefined)
  }
}
