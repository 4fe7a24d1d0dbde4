#!/usr/bin/env node
import { run } from '../dist/tvpa.js'

process.exitCode = await run(process.argv.slice(2))
