import { catalogue } from '../catalogue';
import { runChanges } from './run';

/** One of each way in which a change is made: routes, settings, another stack; plain Terraform; harmless and not. */
const SOME = [
  'route-public',
  'route-new-guarded',
  'deletion-protection-off',
  'refactoring',
  'http-route-public',
  'pool-moved',
  'plan-errored',
];

it('a change that is edited, synthesized, planned and reviewed is flagged as it must be, or not at all', async () => {
  const evaluated = await runChanges(catalogue.filter(({ id }) => SOME.includes(id)));

  expect(
    Object.fromEntries(evaluated.map(({ change, found, verdict }) => [change.id, [verdict, ...found]])),
  ).toEqual({
    'route-public': ['risky', 'critical route-public'],
    'route-new-guarded': ['clean'],
    'deletion-protection-off': ['risky', 'critical deletion-protection-removed'],
    refactoring: ['clean'],
    'http-route-public': ['risky', 'critical route-public', 'medium unused-authorizer'],
    'pool-moved': ['clean'],
    'plan-errored': ['risky', 'critical plan-errored', 'high check-failed'],
  });
});
