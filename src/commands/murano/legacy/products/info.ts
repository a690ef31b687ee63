export {legacyProductInfo as default} from '../../../../lib/murano/legacy-calls.ts'
