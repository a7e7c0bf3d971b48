import { nameOf } from '../../model/located';
import { postureRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

export const canaryWithoutTraffic = postureRule({
  id: 'canary-without-traffic',
  severity: 'expected',
  title: 'Canary without requests',
  why: 'A canary tries a deployment with some of the requests of its stage. Of 0 percent, which is what the provider takes where nothing is written, it tries nothing.',
  remediation: 'Set percent_traffic, or remove canary_settings.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html',
  find: ({ apis }) =>
    apis.flatMap(({ stages }) =>
      stages.flatMap((stage) =>
        violationsAt(stage, `stage ${nameOf(stage)}`, {
          when: stage.canary?.percentTraffic === 0,
          message: 'Its canary gets none of the requests.',
        }),
      ),
    ),
});
