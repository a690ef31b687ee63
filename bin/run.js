#!/usr/bin/env node
const {join} = require('node:path')
const {start} = require('../dist/start.js')

start({root: join(__dirname, '..'), code: 'dist', extension: '.js', argv: process.argv.slice(2)})
