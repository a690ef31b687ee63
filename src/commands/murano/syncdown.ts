import Pull from './pull.ts'

/** What MrMurano calls it. */
export default class Syncdown extends Pull {
  static override readonly shape = {...Pull.shape, summary: 'Pull a project, as MrMurano calls it'}
}
