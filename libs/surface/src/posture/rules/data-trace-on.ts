import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const dataTraceOn = postureRule({
  id: 'data-trace-on',
  severity: 'high',
  title: 'Request and response bodies logged',
  why: 'With data trace on, CloudWatch stores full requests and responses: passwords, personal data and tokens, for everyone who can read the logs. AWS advises against it in production.',
  remediation: 'Set data_trace_enabled to false.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  replaces: ['CKV_AWS_276'],
  find: ({ apis }) =>
    violations(
      'stage',
      apis.flatMap(({ stages }) => stages),
      ({ methodSettings }) =>
        methodSettings.map((at) => ({
          when: at.dataTrace === true,
          at,
          message: `Everyone who can read the logs can read the bodies of ${isUnknown(at.methodPath) ? 'some methods' : at.methodPath}.`,
        })),
    ),
});
