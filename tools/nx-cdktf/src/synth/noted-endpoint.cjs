const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Where the emulator that `npm start` runs in a workspace answers, by the note that it left; see tools/terraform/src/emulator. */
function notedEndpoint(root) {
  try {
    const { pid, url } = JSON.parse(readFileSync(join(root, '.terraform-work/emulator.json'), 'utf8'));
    process.kill(pid, 0);
    return url;
  } catch {
    // There is none, or its process was killed.
    return undefined;
  }
}

module.exports = { notedEndpoint };

// For Nx, which runs it from the top of the workspace and takes what it prints for an input.
if (require.main === module) console.log(notedEndpoint('.') ?? '');
