export {legacyProductRpc as default} from '../../../../lib/murano/legacy-calls.ts'
