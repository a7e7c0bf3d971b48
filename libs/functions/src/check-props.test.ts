import { build } from '../testing/build';
import { type LambdaFunctionProps } from './props';

const layer = 'arn:aws:lambda:eu-west-1:111111111111:layer:tools:3';
const ids = (count: number) => Array.from({ length: count }, (_, index) => `id-${index}`);

it.each<[string, Partial<LambdaFunctionProps>, string]>([
  ['functionName', { functionName: 'a b' }, 'expected 1 to 64 letters, digits, hyphens and underscores, found "a b"'],
  ['functionName', { functionName: 'a'.repeat(65) }, 'expected 1 to 64'],
  ['runtime', { runtime: 'nodejs16.x' as never }, 'expected one of nodejs22.x, python3.11'],
  ['architecture', { architecture: 'arm' as never }, 'expected one of arm64, x86_64, found "arm"'],
  ['memory', { memory: 100 }, 'expected a whole number from 128 to 10240, found 100'],
  ['timeout', { timeout: 901 }, 'expected a whole number from 1 to 900, found 901'],
  ['logRetentionDays', { logRetentionDays: 8 }, 'expected one of 1, 3, 5, 7'],
  ['logFormat', { logFormat: 'json' as never }, 'expected one of JSON, Text, found "json"'],
  ['reservedConcurrency', { reservedConcurrency: -1 }, 'expected a whole number from 0'],
  [
    'live.provisionedConcurrency',
    { reservedConcurrency: 2, live: { provisionedConcurrency: 3 } },
    'expected a whole number from 1 to 2, found 3. Keep it within `reservedConcurrency`.',
  ],
  ['layers', { layers: Array<string>(6).fill(layer) }, 'expected at most five layers, found 6'],
  ['layers[1]', { layers: [layer, layer.replace(/:3$/, '')] }, 'expected the ARN of a layer version'],
  ['vpc.subnetIds', { vpc: { subnetIds: [], securityGroupIds: ['sg-1'] } }, 'expected 1 to 16 ids, found 0'],
  ['vpc.securityGroupIds', { vpc: { subnetIds: ['a'], securityGroupIds: ids(6) } }, 'expected 1 to 5 ids, found 6'],
  [
    'deadLetter.queue',
    { deadLetter: { queue: { arn: 'arn:aws:sqs:eu-west-1:111111111111:failed.fifo' } } },
    'expected the ARN of a standard queue',
  ],
  ['deadLetter.topic', { deadLetter: { topic: { arn: 'failed' } } }, 'expected the ARN of a standard topic'],
])('%s is refused where AWS refuses it', (prop, changes, message) => {
  expect(() => build(changes)).toThrow(`test/service, ${prop}: ${message}`);
});
