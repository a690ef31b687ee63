export {createLegacyProduct as default} from '../../../../lib/murano/legacy-calls.ts'
