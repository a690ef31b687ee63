import {type Subsystem} from '../../lib/metadata/subsystem.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {text} from '../../lib/parameters.ts'

export default operation({
  operation: 'Metadata.getMetadataSubsystems',
  summary: 'Describe the APIs of the platform',
  request: 'GET /metadata/subsystems/',
  parameters: {
    subsystems: text('--subsystems', 'names of those to describe, with commas between them; all if left out'),
  },
  reply: list<Subsystem>({columns: ['name', 'path', 'description'], id: 'name', noun: 'APIs', paging: 'none'}),
  examples: [
    ['All of them', ''],
    ['Two of them', '--subsystems sms-api,voice-api'],
  ],
})
