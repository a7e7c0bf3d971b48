import { formats } from '@gatehouse/checks';
import { check, checkText } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type AnyAccessLog, checkAccessLog } from './access-log';
import { checkCache } from './cache';
import { checkCanary } from './canary';
import { checkThrottle } from './limits';
import { type StageOptions } from './stage';

/** Synthesis does not check types: what is missing is reported here. */
export function checkGiven(
  construct: Construct,
  stage: Partial<Record<'name' | 'throttle' | 'accessLog', unknown>> | undefined,
): void {
  const example = "{ name: 'v1', throttle: { rateLimit: 100, burstLimit: 200 }, accessLog: { retentionDays: 30 } }";
  const missing = (['name', 'throttle', 'accessLog'] as const).find((each) => stage?.[each] === undefined);
  check(construct, missing === undefined, {
    prop: stage === undefined ? 'stage' : `stage.${missing}`,
    expected: 'a stage with name, throttle and accessLog',
    found: stage === undefined ? undefined : stage[missing ?? 'name'],
    fix: `Add it: stage: ${example}`,
  });
}

export function checkStage(
  construct: Construct,
  props: Pick<StageOptions, 'name' | 'throttle' | 'cache' | 'canary' | 'variables'> & {
    readonly accessLog: AnyAccessLog;
  },
): void {
  checkText(construct, props.name, {
    prop: 'stage.name',
    fix: 'It becomes the first part of the URL',
    ...formats.stageName,
  });
  checkThrottle(construct, props.throttle);
  checkAccessLog(construct, props.accessLog);
  checkCache(construct, props.cache);
  checkCanary(construct, props.canary);
  checkVariables(construct, 'stage.variables', props.variables);
  checkVariables(construct, 'stage.canary.variables', props.canary?.variables);
}

function checkVariables(construct: Construct, prop: string, variables: StageOptions['variables'] = {}): void {
  for (const [name, value] of Object.entries(variables)) {
    checkText(construct, name, {
      prop,
      pattern: /^\w+$/,
      expected: 'names of letters, digits and _',
      fix: 'API Gateway refuses others',
    });
    checkText(construct, value, {
      prop: `${prop}.${name}`,
      pattern: /^[\w\-.~:/?#&=,]+$/,
      expected: 'letters, digits and -._~:/?#&=, only',
      fix: 'API Gateway refuses others',
    });
  }
}
