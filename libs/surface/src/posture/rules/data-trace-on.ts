import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { restStages } from '../stages';

export const dataTraceOn = postureRule({
  id: 'data-trace-on',
  severity: 'high',
  title: 'Requests and answers are logged in full',
  why: 'With data trace on, CloudWatch keeps whole requests and answers: passwords, personal data and tokens for everyone who may read logs. AWS advises against it in production.',
  remediation: 'Set data_trace_enabled to false.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  replaces: ['CKV_AWS_276'],
  find: ({ apis }) =>
    restStages(apis).flatMap(({ stage, subject }) =>
      stage.methodSettings
        .filter(({ dataTrace }) => dataTrace === true)
        .map((settings) => ({
          at: settings,
          subject,
          message: `Bodies of ${isUnknown(settings.methodPath) ? 'some methods' : settings.methodPath} are kept in the logs.`,
        })),
    ),
});
