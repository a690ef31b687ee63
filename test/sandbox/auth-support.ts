import {freshSandbox, type Reply, signedIn} from './support.ts'

interface Named {
  uuid: string
  name: string
}

/** The seeded administrator of a fresh sandbox, who makes things in that collection. */
export async function administratorOf(collection: string) {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const create = (body: object) => send(`POST ${collection}`, body)
  const created = async (body: object) => ((await create(body)).json() as Named).uuid
  return {sandbox, send, create, created}
}

export function namesIn(reply: Reply): string[] {
  return (reply.json() as {items: Named[]}).items.map(({name}) => name)
}
