import {type ChatContent} from '../../lib/chat/chat-message.ts'
import {type Field, listOf, objectOf, required, string} from '../fields.ts'

const text = () => required(string({max: 100_000}))

const fields = {
  contentType: required(string({max: 200})),
  content: string({max: 100_000}),
  parts: listOf(objectOf({contentType: required(string({max: 200})), content: text()})),
}

/** What a message says: parts where its type is `multipart`, else a text. */
export function chatContent(): Field<ChatContent | undefined> {
  return (value) => {
    const read = objectOf(fields)(value)
    if ('problem' in read || read.value === undefined) return read
    const {contentType, content, parts} = read.value
    if (contentType === 'multipart') return parts ? {value: {contentType, parts}} : {problem: 'has no parts'}
    return content === undefined || content === '' ? {problem: 'has no content'} : {value: {contentType, content}}
  }
}
