// One Lambda execution environment. Plain JavaScript: a worker thread starts without the TypeScript loader.
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { existsSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const { answerIssuerRequests } = require('./issuer-requests.js');
const { printed, printWithRequestId } = require('./worker-console.js');

const { endpoint, folder, handler, functionName, functionArn, memory } = workerData;

/** What Lambda takes as an answer. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const maxAnswerBytes = 6_291_556;

const withId = printWithRequestId(console);
if (endpoint) answerIssuerRequests(endpoint);

let ready;
parentPort.on('message', ({ variables, ...call }) => (variables ? start(variables) : answer(call)));

/** The first message brings the credentials, which the code may read as it is loaded. */
function start(variables) {
  Object.assign(process.env, variables);
  ready = load();
  // A failure to load is the answer of the first call.
  ready.catch(() => undefined).then(() => parentPort.postMessage({ ready: true }));
}

async function answer({ id, event, deadline }) {
  withId(id);
  try {
    const handle = await ready;
    const result = await invoke(handle, JSON.parse(event), context(id, deadline));
    // Lambda answers `null` for what JSON cannot say.
    const payload = JSON.stringify(result) ?? 'null';
    if (Buffer.byteLength(payload) > maxAnswerBytes) throw tooLarge();
    await printed();
    parentPort.postMessage({ id, payload });
  } catch (error) {
    console.error(error);
    const [name, message] = [error?.name ?? 'Error', String(error?.message ?? error)];
    await printed();
    parentPort.postMessage({ id, error: { kind: 'thrown', name, message } });
  }
}

function tooLarge() {
  const text = `Response payload size exceeded maximum allowed payload size (${maxAnswerBytes} bytes).`;
  return Object.assign(new Error(text), { name: 'Function.ResponseSizeTooLarge' });
}

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
