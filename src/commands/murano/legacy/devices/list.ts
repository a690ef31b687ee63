export {listLegacyDevices as default} from '../../../../lib/murano/legacy-calls.ts'
