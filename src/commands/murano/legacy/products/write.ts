export {writeLegacyProduct as default} from '../../../../lib/murano/legacy-calls.ts'
