import { logRetentionDays } from '@gatehouse/checks';
import { check, checkOneOf, checkText, checkWholeNumber } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { deadLetterArn } from './own-permissions';
import { type LambdaFunctionProps } from './props';
import { architectures, logFormats, runtimes } from './runtimes';

/**
 * Refuses what AWS refuses, before it is applied.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
 */
export function checkProps(lambda: IConstruct, props: LambdaFunctionProps): void {
  checkText(lambda, props.functionName, {
    prop: 'functionName',
    pattern: /^[\w-]{1,64}$/,
    expected: '1 to 64 letters, digits, hyphens and underscores',
    fix: 'Shorten it; the function and its role have this name',
  });
  const choices = { fix: 'Choose one of them' };
  checkOneOf(lambda, props.runtime ?? runtimes[0], { ...choices, prop: 'runtime', values: runtimes });
  checkOneOf(lambda, props.architecture ?? 'arm64', { ...choices, prop: 'architecture', values: architectures });
  checkOneOf(lambda, props.logFormat ?? 'JSON', { ...choices, prop: 'logFormat', values: logFormats });
  const days: readonly number[] = logRetentionDays;
  checkOneOf(lambda, props.logRetentionDays ?? 90, { ...choices, prop: 'logRetentionDays', values: days });
  checkSizes(lambda, props);
  checkLayers(lambda, props.layers ?? []);
  checkVpc(lambda, props.vpc);
  checkDeadLetter(lambda, props.deadLetter);
}

function checkSizes(lambda: IConstruct, props: LambdaFunctionProps): void {
  const { live, memory = 256, reservedConcurrency, timeout = 10 } = props;
  const { provisionedConcurrency } = live ?? {};
  const fix = 'Choose a number in between';
  checkWholeNumber(lambda, memory, { prop: 'memory', min: 128, max: 10_240, fix });
  checkWholeNumber(lambda, timeout, { prop: 'timeout', min: 1, max: 900, fix });
  if (reservedConcurrency !== undefined) {
    checkWholeNumber(lambda, reservedConcurrency, { prop: 'reservedConcurrency', min: 0, max: 1_000_000, fix });
  }
  if (provisionedConcurrency === undefined) return;
  checkWholeNumber(lambda, provisionedConcurrency, {
    prop: 'live.provisionedConcurrency',
    min: 1,
    max: reservedConcurrency ?? 1_000_000,
    fix: reservedConcurrency === undefined ? fix : 'Keep it within `reservedConcurrency`',
  });
}

function checkLayers(lambda: IConstruct, layers: readonly string[]): void {
  check(lambda, layers.length <= 5, {
    prop: 'layers',
    expected: 'at most five layers',
    found: layers.length,
    fix: 'Put some of them into the archive',
  });
  layers.forEach((layer, index) =>
    checkText(lambda, layer, {
      prop: `layers[${index}]`,
      pattern: /^arn:[^:]+:lambda:[a-z0-9-]+:\d{12}:layer:[\w-]+:\d+$/,
      expected: 'the ARN of a layer version: arn:aws:lambda:<region>:<account>:layer:<name>:<version>',
      fix: 'Add the version, which ends the ARN',
    }),
  );
}

function checkVpc(lambda: IConstruct, vpc: LambdaFunctionProps['vpc']): void {
  if (vpc === undefined) return;
  const between = (prop: string, found: readonly string[], most: number): void =>
    check(lambda, found.length >= 1 && found.length <= most, {
      prop: `vpc.${prop}`,
      expected: `1 to ${most} ids`,
      found: found.length,
      fix: 'Lambda takes no other number of them',
    });
  between('subnetIds', vpc.subnetIds, 16);
  between('securityGroupIds', vpc.securityGroupIds, 5);
}

function checkDeadLetter(lambda: IConstruct, deadLetter: LambdaFunctionProps['deadLetter']): void {
  if (deadLetter === undefined) return;
  const kind = 'queue' in deadLetter ? 'queue' : 'topic';
  checkText(lambda, deadLetterArn(deadLetter), {
    prop: `deadLetter.${kind}`,
    pattern: kind === 'queue' ? /^arn:[^:]+:sqs:.+(?<!\.fifo)$/ : /^arn:[^:]+:sns:.+(?<!\.fifo)$/,
    expected: `the ARN of a standard ${kind}`,
    fix: 'Lambda takes no other target, and none that is FIFO',
  });
}
