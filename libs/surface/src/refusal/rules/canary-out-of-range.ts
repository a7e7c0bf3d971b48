import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { nameOf } from '../../model/located';

export const canaryOutOfRange = refusalRule({
  id: 'canary-out-of-range',
  severity: 'high',
  title: 'Canary share out of range',
  why: 'A canary gets 0 to 100 percent of the requests of its stage.',
  remediation: 'Set percent_traffic to a number from 0 to 100.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html',
  find: ({ apis }) =>
    apis.flatMap(({ stages }) =>
      stages.flatMap((stage) => {
        const percent = stage.canary?.percentTraffic;
        return violationsAt(stage, `stage ${nameOf(stage)}`, {
          when: typeof percent === 'number' && (percent < 0 || percent > 100),
          message: `API Gateway refuses a canary of ${String(percent)} percent; it accepts 0 to 100.`,
          after: String(percent),
        });
      }),
    ),
});
