export {deleteLegacyProduct as default} from '../../../../lib/murano/legacy-calls.ts'
