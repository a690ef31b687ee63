import {text} from '../parameters.ts'

/** `--match`, which chooses keys here. */
export const match = text('--match', 'only keys like this: * stands for any text, ? for one character', {
  in: 'local',
  valueName: 'PATTERN',
})
