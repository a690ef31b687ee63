import {type DocumentedCall, type RequestDetails} from '../operation/declaration.ts'

/** What a login asks the token service, for the documents: the requests themselves are made by src/lib/profile/grants.ts. */
const request = {line: 'POST /oauth/token', host: 'auth', auth: 'basic', body: 'form'} as const satisfies RequestDetails

export const passwordCall: DocumentedCall = {
  shape: {operation: 'Oauth.getAccessToken', request: {...request, fixedBody: {grant_type: 'password'}}},
}

export const clientCredentialsCall: DocumentedCall = {
  shape: {operation: 'Oauth.getClientToken', request: {...request, fixedBody: {grant_type: 'client_credentials'}}},
}
