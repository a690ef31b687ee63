import {type ActivitySubtype, type ActivityType} from '../../lib/activity/activity.ts'
import {type CollectionSpec} from '../collection.ts'

/** `TYPE:VERSION`, or `TYPE:SUBTYPE:VERSION`: a version is there once. */
interface Identified {
  id: string
}

export type TypeRecord = ActivityType & Identified
export type SubtypeRecord = ActivitySubtype & Identified

export const activityTypes: CollectionSpec<TypeRecord> = {name: 'activity_types', id: 'id', indexes: ['activity_type']}

export const activitySubtypes: CollectionSpec<SubtypeRecord> = {
  name: 'activity_subtypes',
  id: 'id',
  indexes: ['activity_type'],
}

export function typeRecord(type: ActivityType): TypeRecord {
  return {id: `${type.activity_type}:${type.version}`, ...type}
}

export function subtypeRecord(type: ActivitySubtype): SubtypeRecord {
  return {id: `${type.activity_type}:${type.activity_subtype}:${type.version}`, ...type}
}
