import {type ColumnSpec} from '../output/columns.ts'

/** A file as the platform shows it. */
export interface MediaFile {
  file_id: string
  file_name: string
  file_title?: string | null
  description?: string | null
  file_category?: string
  content_type?: string
  /** Bytes; not every version of the platform tells. */
  file_size?: number
  created_datetime?: string
  /** Of a file that is deleted, in lists that have those, too. */
  deleted_datetime?: string
  /** Whoever has it may fetch the content, for a while. */
  content_url?: string
}

/** What a table of files shows. */
export const fileColumns: readonly ColumnSpec<MediaFile>[] = [
  'file_id',
  'file_name',
  'file_title',
  'file_category',
  'file_size',
  'created_datetime',
]

/** What is shown of one file. */
export const fileDetails: readonly ColumnSpec<MediaFile>[] = [
  ...fileColumns,
  'description',
  'content_type',
  'content_url',
]
