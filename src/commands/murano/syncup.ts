import Push from './push.ts'

/** What MrMurano calls it. */
export default class Syncup extends Push {
  static override readonly shape = {...Push.shape, summary: 'Push a project, as MrMurano calls it'}
}
