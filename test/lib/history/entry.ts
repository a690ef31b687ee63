import {type HistoryEntry} from '../../../src/lib/history/history-file.ts'

export function entryAt(day: string, command: string): HistoryEntry {
  return {
    ...{time: `${day}T12:00:00.000Z`, command, arguments: ['x'.repeat(5000)], exit: 0, milliseconds: 1},
    ...{trace_ids: [], request_count: 0, requests: []},
  }
}
