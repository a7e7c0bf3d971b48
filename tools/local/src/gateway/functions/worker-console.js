// Lambda prints each line with the request that it belongs to.
const { format } = require('node:util');

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html */
const levels = { debug: 'DEBUG', error: 'ERROR', info: 'INFO', log: 'INFO', trace: 'TRACE', warn: 'WARN' };

/** @returns sets the id of the request that runs */
exports.printWithRequestId = (console) => {
  let id;
  for (const [method, level] of Object.entries(levels)) {
    console[method] = (...values) => {
      const before = id === undefined ? level : `${id} ${level}`;
      const lines = format(...values).split('\n');
      process.stdout.write(lines.map((line) => `${before} ${line}\n`).join(''));
    };
  }
  return (next) => (id = next);
};

/** The thread may be stopped once it has answered, and what it has not handed over is lost. */
exports.printed = () =>
  process.stdout.writableLength === 0
    ? undefined
    : new Promise((resolve) => {
        process.stdout.write('', resolve);
      });
