#!/usr/bin/env node
// The same program straight from source, unbundled.
const {join} = require('node:path')
const {register} = require('tsx/esm/api')

register()
void import('../src/start.ts').then(({start}) =>
  start({root: join(__dirname, '..'), code: 'src', extension: '.ts', argv: process.argv.slice(2)}),
)
