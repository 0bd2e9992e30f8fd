#!/usr/bin/env node
// The door of the command line. CommonJS (see bin/package.json), because Node starts a script of that kind a few
// milliseconds sooner than an ES module, and start-up is part of speed; the program itself is dist/ar.cjs, built from src/.
require('../dist/ar.cjs');
