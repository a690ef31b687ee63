#!/usr/bin/env node
// The same program straight from source, unbundled.
const {join} = require('node:path')

async function main() {
  const {register} = await import('tsx/esm/api')
  register()
  const {start} = await import('../src/start.ts')
  await start({root: join(__dirname, '..'), code: 'src', extension: '.ts', argv: process.argv.slice(2)})
}

void main()
