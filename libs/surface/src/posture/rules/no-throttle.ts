import type { HttpStage, Stage, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';
import { settingsOfAll } from '../stages';

export const noThrottle = postureRule({
  id: 'no-throttle',
  severity: 'medium',
  title: 'No throttle',
  why: 'Without a limit, requests count against the quota that all APIs of an account and region share: one caller can exhaust it, or try passwords as fast as AWS allows.',
  remediation: 'Set throttling_rate_limit and throttling_burst_limit for all routes of the stage.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  replaces: ['cdk-nag APIGWDefaultThrottling'],
  find: ({ apis, httpApis }) =>
    violations(
      'stage',
      [
        ...apis.flatMap(({ stages }) => stages.filter(hasNoLimit)),
        ...httpApis.flatMap(({ stages }) => stages.filter(httpHasNoLimit)),
      ],
      'One caller can use up the quota that all APIs of the account share.',
    ),
});

function hasNoLimit(stage: Stage<Unknown>): boolean {
  const settings = settingsOfAll(stage);
  return !isUnknown(settings) && settings?.throttleRate === undefined;
}

const httpHasNoLimit = ({ routeSettings }: HttpStage<Unknown>): boolean =>
  routeSettings.find(({ routeKey }) => routeKey === undefined)?.throttleRate === undefined;
