import {type CustomApplication, type CustomSubscription, type Subscription} from '../../lib/pubsub/subscription.ts'
import {type CollectionSpec} from '../collection.ts'

export const subscriptions: CollectionSpec<Subscription> = {
  name: 'subscriptions',
  id: 'subscription_uuid',
  indexes: ['account_uuid', 'user_uuid'],
}

/** What replies leave out: whose it is. */
interface Owned {
  account_uuid: string
}

export type OwnedApplication = CustomApplication & Owned

export const customApplications: CollectionSpec<OwnedApplication> = {
  name: 'custom_applications',
  id: 'app_uuid',
  indexes: ['account_uuid'],
}

export type OwnedCustomSubscription = CustomSubscription & Owned

export const customSubscriptions: CollectionSpec<OwnedCustomSubscription> = {
  name: 'custom_subscriptions',
  id: 'uuid',
  indexes: ['account_uuid', 'app_uuid'],
}
