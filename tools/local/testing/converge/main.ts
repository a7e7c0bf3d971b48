import { convergeCognito } from './cognito/converge-cognito';
import { convergeGateway } from './gateway/converge-gateway';
import { type Report } from './report';

/** Changes each argument of the kitchen sinks that are named, and writes their page. Minutes pass: each step is a line on standard error. */
async function main([which]: readonly string[]): Promise<void> {
  const begun = Date.now();
  const report: Report = (line) =>
    console.error(`${String(Math.round((Date.now() - begun) / 1000)).padStart(4)} s  ${line}`);
  await (which === 'gateway' ? convergeGateway : convergeCognito)(report);
  report('Done');
}

void main(process.argv.slice(2));
