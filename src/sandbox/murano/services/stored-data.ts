import {passwords} from '../../records.ts'
import {type Store} from '../../store.ts'
import {entries} from './keystore/entries.ts'
import {timers} from './timer/timers.ts'
import {points} from './timeseries/point.ts'
import {storedValues} from './tsdb/values.ts'
import {twilioCalls, twilioMessages} from './twilio/records.ts'
import {assignments, endUserRoles, endUsers, endUserTokens, permissions} from './user/records.ts'
import {pendingRequests} from './webservice/pending-requests.ts'

/** Removes what services keep for a solution. What is on the agenda for its timers finds none of them. */
export function removeServiceData(store: Store, solution_id: string): void {
  for (const {id} of store.collection(endUsers).find({where: {solution_id}})) {
    store.collection(endUserTokens).deleteWhere({user_id: id})
    store.collection(passwords).delete(id)
  }
  const where = {solution_id}
  store.collection(entries).deleteWhere(where)
  store.collection(timers).deleteWhere(where)
  store.collection(points).deleteWhere(where)
  store.collection(storedValues).deleteWhere(where)
  store.collection(twilioCalls).deleteWhere(where)
  store.collection(twilioMessages).deleteWhere(where)
  store.collection(endUsers).deleteWhere(where)
  store.collection(endUserRoles).deleteWhere(where)
  store.collection(permissions).deleteWhere(where)
  store.collection(assignments).deleteWhere(where)
  store.collection(pendingRequests).deleteWhere(where)
}
