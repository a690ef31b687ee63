export {default} from './enable.ts'
