export {enableLegacyDevice as default} from '../../../../lib/murano/legacy-calls.ts'
