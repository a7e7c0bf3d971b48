// Prints the closing line from Jest's own report; a failed step outside Jest, or a suite that could not run, counts as one failure.
const { readFileSync } = require('node:fs');

const [reportFile, failedSteps] = process.argv.slice(2);
const report = readReport(reportFile);
const otherFailures = Number(failedSteps) - (report && !report.success ? 1 : 0);
const passed = report ? report.numPassedTests : 0;
const failed =
  (report ? report.numFailedTests + report.numRuntimeErrorTestSuites : 1) + Math.max(0, otherFailures);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
