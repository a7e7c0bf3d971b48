import type { HttpStage, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { nameOf } from '../known';
import { postureRule } from '../../findings/rule';
import { restStages, settingsOfAll } from '../stages';

const MESSAGE = 'One caller can use up the quota that all APIs of the account share.';

export const noThrottle = postureRule({
  id: 'no-throttle',
  severity: 'medium',
  title: 'No throttle',
  why: 'Without a limit, requests count against the quota that all APIs of an account and region share: one caller can exhaust it, or try passwords as fast as AWS allows.',
  remediation: 'Set throttling_rate_limit and throttling_burst_limit for all routes of the stage.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  replaces: ['cdk-nag APIGWDefaultThrottling'],
  find: ({ apis, httpApis }) => [
    ...restStages(apis).flatMap(({ stage, subject }) => {
      const settings = settingsOfAll(stage);
      return isUnknown(settings) || settings?.throttleRate !== undefined
        ? []
        : [{ at: stage, subject, message: MESSAGE }];
    }),
    ...httpApis
      .flatMap(({ stages }) => stages)
      .filter(hasNoLimit)
      .map((stage) => ({ at: stage, subject: `stage ${nameOf(stage)}`, message: MESSAGE })),
  ],
});

const hasNoLimit = ({ routeSettings }: HttpStage<Unknown>): boolean =>
  routeSettings.find(({ routeKey }) => routeKey === undefined)?.throttleRate === undefined;
