import {createHash} from 'node:crypto'
import {categoryOf, contentTypeOf} from '../media/content-types.ts'
import {type MediaRecord, mediaFiles, shareFile} from '../media/files.ts'
import {seededAccess, seededFiles, seededReader} from '../seeded-access.ts'
import {type Store} from '../store.ts'

/** A greeting and a price list of users, the list shared, and what everybody may play or read. */
export function seedMedia(store: Store): void {
  const files: readonly SeedFile[] = [
    {
      id: seededFiles.greeting,
      name: 'greeting.wav',
      title: 'Front desk greeting',
      description: 'Played before the menu',
      owner: seededAccess.userUuid,
      content: tone(440),
    },
    {
      id: seededFiles.prices,
      name: 'prices.csv',
      title: 'Price list',
      description: 'What the front desk quotes',
      owner: seededReader.userUuid,
      content: Buffer.from('treatment,price\ncheck-up,80\nwhitening,240\ncrown,900\n'),
    },
    {
      id: seededFiles.hold,
      name: 'hold-music.wav',
      title: 'Hold music',
      description: 'Over and over',
      owner: null,
      content: tone(523),
    },
    {
      id: seededFiles.hours,
      name: 'holiday-hours.txt',
      title: 'Holiday hours',
      description: 'When offices are closed',
      owner: null,
      content: Buffer.from('Closed on 4 July, 25 and 26 December, and 1 January.\n'),
    },
  ]
  for (const [index, file] of files.entries()) store.collection(mediaFiles).put(record(file, index))
  shareFile(store, seededFiles.prices, seededAccess.userUuid)
}

interface SeedFile {
  id: string
  name: string
  title: string
  description: string
  owner: string | null
  content: Buffer
}

function record({id, name, title, description, owner, content}: SeedFile, index: number): MediaRecord {
  const type = contentTypeOf([name])
  return {
    file_id: id,
    file_name: name,
    file_title: title,
    description,
    file_category: categoryOf(type),
    content_type: type,
    file_size: content.length,
    created_datetime: new Date(Date.UTC(2025, 0, 20 + index, 15)).toISOString(),
    user_uuid: owner,
    hash: createHash('sha256').update(content).digest('hex'),
    content: content.toString('base64'),
  }
}

const rate = 8000
const samples = 800

/** A tenth of a second of a tone, as a WAV file: mono, 8 bits. */
function tone(hertz: number): Buffer {
  const wave = Buffer.alloc(44 + samples)
  wave.write('RIFF')
  wave.writeUInt32LE(36 + samples, 4)
  wave.write('WAVEfmt ', 8)
  wave.writeUInt32LE(16, 16)
  wave.writeUInt16LE(1, 20)
  wave.writeUInt16LE(1, 22)
  wave.writeUInt32LE(rate, 24)
  wave.writeUInt32LE(rate, 28)
  wave.writeUInt16LE(1, 32)
  wave.writeUInt16LE(8, 34)
  wave.write('data', 36)
  wave.writeUInt32LE(samples, 40)
  for (let at = 0; at < samples; at++) {
    wave.writeUInt8(Math.round(128 + 64 * Math.sin((2 * Math.PI * hertz * at) / rate)), 44 + at)
  }
  return wave
}
