// One Lambda execution environment. Plain JavaScript: a worker thread starts without the TypeScript loader.
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { existsSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const { answerIssuerRequests } = require('./issuer-requests.js');

const { awsEndpoint, folder, handler, functionName, functionArn, memory } = workerData;
if (awsEndpoint) answerIssuerRequests(awsEndpoint);

const ready = load();
// A failure to load is the answer of the first call.
ready.catch(() => undefined).then(() => parentPort.postMessage({ ready: true }));

parentPort.on('message', async ({ id, event, deadline }) => {
  try {
    const handle = await ready;
    const result = await invoke(handle, JSON.parse(event), context(id, deadline));
    // Lambda answers `null` for what JSON cannot say.
    parentPort.postMessage({ id, payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    console.error(error);
    const [name, message] = [error?.name ?? 'Error', String(error?.message ?? error)];
    parentPort.postMessage({ id, error: { kind: 'thrown', name, message } });
  }
});

async function load() {
  const dot = handler.lastIndexOf('/') + 1 + handler.slice(handler.lastIndexOf('/') + 1).indexOf('.');
  const [file, names] = [handler.slice(0, dot), handler.slice(dot + 1).split('.')];
  const found = ['.js', '.mjs', '.cjs'].map((end) => join(folder, file + end)).find((path) => existsSync(path));
  if (!found) throw new Error(`handler "${handler}": the archive has no ${file}.js, .mjs or .cjs`);
  const module = await import(pathToFileURL(found).href);
  const handle = pick(module.default, names) ?? pick(module, names);
  if (typeof handle !== 'function')
    throw new Error(`handler "${handler}": ${file} exports no function ${names.join('.')}`);
  return handle;
}

const pick = (root, names) => names.reduce((value, name) => value?.[name], root);

/** A handler returns a promise, or calls back. */
function invoke(handle, event, context) {
  return new Promise((resolve, reject) => {
    const callback = (error, result) => (error ? reject(error) : resolve(result));
    const returned = handle(event, context, callback);
    if (typeof returned?.then === 'function') returned.then(resolve, reject);
  });
}

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
function context(awsRequestId, deadline) {
  return {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    memoryLimitInMB: String(memory),
    awsRequestId,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}
