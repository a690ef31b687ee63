import {styleText} from 'node:util'

type Format = Parameters<typeof styleText>[0]

/** Text in a style, or as it is where there is no colour. Whether there is, the terminal has decided. */
export function paint(colour: boolean, format: Format, text: string): string {
  return colour ? styleText(format, text, {validateStream: false}) : text
}
