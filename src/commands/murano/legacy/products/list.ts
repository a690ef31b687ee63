export {listLegacyProducts as default} from '../../../../lib/murano/legacy-calls.ts'
