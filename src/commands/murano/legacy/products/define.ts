export {defineLegacyProduct as default} from '../../../../lib/murano/legacy-calls.ts'
