import {type EntityType} from './registry-lists.ts'
import {type UseCase} from './use-case.ts'

/** A use case as the registry lists it. */
export interface RegistryUseCase extends Required<UseCase> {
  /** US dollars. */
  monthly_fee: number
  needs_sub_usecases: boolean
}

/** Use cases of every brand but sole proprietors: each may also be one of several. */
export const commonUseCases: readonly RegistryUseCase[] = [
  single('2FA', 'Two-factor authentication', 'One-time codes to sign in, and to confirm an action'),
  single('ACCOUNT_NOTIFICATION', 'Account notifications', 'Reminders and news of an account that the customer has'),
  single('CUSTOMER_CARE', 'Customer care', 'Conversations with the people who look after customers'),
  single('DELIVERY_NOTIFICATION', 'Delivery notifications', 'Where an order is and when it will arrive'),
  single('FRAUD_ALERT', 'Fraud alerts', 'Warnings of payments and sign-ins that look wrong'),
  single('HIGHER_EDUCATION', 'Higher education', 'Messages of colleges and universities to their students and staff'),
  single('MARKETING', 'Marketing', 'Offers and promotions that customers signed up for'),
  single('POLLING_VOTING', 'Polls and votes', 'Surveys and votes that are not political'),
  single('PUBLIC_SERVICE_ANNOUNCEMENT', 'Public service', 'Information of public interest'),
  single('SECURITY_ALERT', 'Security alerts', 'Warnings that a system or a place is not safe'),
]

const severalPurposes: readonly RegistryUseCase[] = [
  several('MIXED', 'Mixed', 'Two to five purposes in one campaign', {fee: 10, min: 2}),
  several('LOW_VOLUME', 'Low volume', 'One to five purposes, few messages a day', {fee: 1.5, min: 1}),
]

const special: Readonly<Record<EntityType, readonly RegistryUseCase[]>> = {
  PRIVATE_PROFIT: [],
  PUBLIC_PROFIT: [],
  NON_PROFIT: [alone('CHARITY', 'Charity', 'Messages of a tax-exempt charity to its donors', 3)],
  GOVERNMENT: [alone('EMERGENCY', 'Emergency', 'Warnings of public safety in an emergency', 5)],
  SOLE_PROPRIETOR: [alone('SOLE_PROPRIETOR', 'Sole proprietor', 'All messages of one person in business', 2)],
}

/** The use cases that brands of that kind qualify for. */
export function useCasesOf(type: EntityType): readonly RegistryUseCase[] {
  return type === 'SOLE_PROPRIETOR' ? special[type] : [...severalPurposes, ...commonUseCases, ...special[type]]
}

function single(id: string, name: string, description: string): RegistryUseCase {
  return {...alone(id, name, description, 10), valid_sub_usecase: true}
}

function alone(id: string, name: string, description: string, fee: number): RegistryUseCase {
  return {
    id,
    name,
    description,
    monthly_fee: fee,
    needs_sub_usecases: false,
    min_sub_usecases: 0,
    max_sub_usecases: 0,
    valid_sub_usecase: false,
  }
}

function several(
  id: string,
  name: string,
  description: string,
  {fee, min}: {fee: number; min: number},
): RegistryUseCase {
  return {
    ...alone(id, name, description, fee),
    needs_sub_usecases: true,
    min_sub_usecases: min,
    max_sub_usecases: 5,
  }
}
