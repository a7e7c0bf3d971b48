import { z } from 'zod';
import { object, text, whole } from './fields';

function percent(description: string) {
  const error = 'a number of percent above 0, at most 100';
  return z.number({ error }).gt(0, { error }).max(100, { error }).meta({ description });
}

const requests = (description: string) => whole(1, 1_000_000_000, 'requests', description);

export const alarms = object(
  'CloudWatch alarms on the API, and who is notified. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
  {
    email: text(
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
      'an e-mail address',
      'Who is notified, through a topic made for it. AWS asks the address once whether it wants the mails.',
    ).optional(),
    snsTopicArn: text(
      /^arn:[^:]+:sns:[^:]+:\d{12}:[\w-]{1,256}$/,
      'the ARN of an SNS topic',
      'A topic that exists, instead of an address. Its policy must let CloudWatch publish.',
    ).optional(),
    serverErrorPercent: percent('Alarm when more of the requests fail with 5XX, in 3 of 5 minutes.').optional(),
    clientErrorPercent: percent('Alarm when more of the requests are refused with 4XX, in 3 of 5 minutes.').optional(),
    latencyP99Milliseconds: whole(
      1,
      29_000,
      'milliseconds',
      'Alarm when the slowest request of a hundred takes longer, in 3 of 5 minutes.',
    ).optional(),
    unauthorizedPer5Minutes: requests(
      'Alarm when more requests come without a valid token (401) in five minutes.',
    ).optional(),
    throttledPer5Minutes: requests('Alarm when more requests are above the limit (429) in five minutes.').optional(),
  },
);
