// Loaded before what is measured: says at its end how much memory it had at most.
process.on('exit', () => {
  require('node:fs').writeSync(2, `peak ${process.resourceUsage().maxRSS} kB\n`);
});
