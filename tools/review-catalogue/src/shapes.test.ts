import { dangerous, terraform } from './change';
import { isOfModules, modulesOf, shaped, type Shape } from './shapes';

const queue = (more: object) => ({
  resource: {
    aws_sqs_queue: { jobs: { name: 'jobs', ...more } },
    aws_sqs_queue_policy: { jobs: { queue_url: '${aws_sqs_queue.jobs.id}', policy: '{}' } },
  },
});
const change = dangerous(
  'queue-jobs',
  'A queue',
  'medium data-at-risk aws_sqs_queue.jobs',
  terraform(queue({}), queue({})),
);

it.each<readonly [Shape, string]>([
  ['count', 'aws_sqs_queue.jobs[0]'],
  ['for-each', 'aws_sqs_queue.jobs["main"]'],
  ['module', 'module.queue_jobs.aws_sqs_queue.jobs[0]'],
  ['module-for-each', 'module.queue_jobs["main"].aws_sqs_queue.jobs'],
  ['nested', 'module.queue_jobs.module.inner.aws_sqs_queue.jobs["main"]'],
])('as %s is expected at %s', (shape, address) => {
  expect(shaped(change, shape).expected).toEqual([`medium data-at-risk ${address}`]);
});

it('refers to the one of a count', () => {
  const stack = shaped(change, 'count').edit.after['another-team'];
  expect(stack).toMatchObject({
    resource: {
      aws_sqs_queue: { jobs: { count: '${true ? 1 : 0}', name: 'jobs' } },
      aws_sqs_queue_policy: { jobs: { queue_url: '${aws_sqs_queue.jobs[0].id}' } },
    },
  });
});

it('hands texts on to modules in variables', () => {
  const stack = shaped(change, 'nested').edit.after['another-team'] ?? {};
  expect(stack['module']).toEqual({
    queue_jobs: {
      source: './modules/queue_jobs',
      aws_sqs_queue_jobs_name: 'jobs',
      aws_sqs_queue_policy_jobs_policy: '{}',
    },
  });
  expect(modulesOf(stack).map(([path]) => path)).toEqual(['queue_jobs', 'queue_jobs/inner']);
  expect([change, shaped(change, 'nested')].map(isOfModules)).toEqual([false, true]);
});
