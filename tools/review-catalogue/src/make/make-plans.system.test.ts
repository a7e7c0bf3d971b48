import { createHash } from 'node:crypto';
import { catalogue } from '../../fixtures/catalogue';
import { keptPlans } from '../plans';
import { makePlans } from './make-plans';
import { differences } from './same';

const planned = catalogue.filter(({ edit }) => edit.settings === undefined);
/** A twentieth of the changes, which stays the same when others come. */
const some = planned.filter(({ id }) => createHash('sha256').update(id).digest().readUInt32BE() % 20 === 0);

it(`Terraform makes the kept plans of ${some.map(({ id }) => id).join(', ')} again`, async () => {
  const differing: Record<string, readonly string[]> = {};
  await makePlans(some, (change, plans) => {
    differing[change.id] = differences(keptPlans(change), plans).slice(0, 5);
  });

  expect(differing).toEqual(Object.fromEntries(some.map(({ id }) => [id, []])));
});
