import { handPlan } from '../../testing/hand-plan';
import { evaluateRules } from '../findings/evaluate-rules';
import { schemaSnapshot } from '../pool-schema';
import { readPlans } from '../read-plans';
import { compare } from './comparison';
import { schemaNotKept } from './rules/schema-not-kept';

const ADDRESS = 'aws_cognito_user_pool.people';
const schema = (...names: string[]) => names.map((name) => ({ name, attribute_data_type: 'String', mutable: true }));
const pool = (...names: string[]) => ({ name: 'people', id: 'eu-west-1_a', schema: schema(...names) });
const plan = (...names: string[]) => ({
  app: handPlan({ [ADDRESS]: [pool(...names), { ...pool(...names), mfa_configuration: 'ON' }] }),
});

/** What is said of a pool with such attributes, where a snapshot has others; none: there is no snapshot. */
const said = (attributes: readonly string[], kept?: readonly string[]): string[] => {
  const snapshot = kept && schemaSnapshot(readPlans(plan(...kept) as never).before);
  const read = readPlans(plan(...attributes) as never);
  const file = 'environments/test.schema.json';
  const model = compare({ ...read, kept: { environment: 'test', file, ...(snapshot && { snapshot }) } });
  return evaluateRules([schemaNotKept], model).map(({ message }) => message);
};

it('says that the snapshot of an environment does not hold a pool, or an attribute of it', () => {
  const refusesNothing = 'so synthesis does not refuse a change that would replace the pool.';
  expect(said(['team'])).toEqual([`environments/test.schema.json does not hold people, ${refusesNothing}`]);
  expect(said(['team', 'site'], ['team'])).toEqual([
    expect.stringMatching(/does not hold site of people, so synthesis/),
  ]);
});

it('says nothing of a pool that is in it', () => {
  expect(said(['team'], ['team'])).toEqual([]);
});
