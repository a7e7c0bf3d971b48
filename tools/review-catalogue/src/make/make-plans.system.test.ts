import { createHash } from 'node:crypto';
import { catalogue } from '../../fixtures/catalogue';
import { keptPlans } from '../plans';
import { makePlans } from './make-plans';
import { differences } from './same';

const planned = catalogue.filter(({ edit }) => edit.settings === undefined);
const entries = planned.map((change) => [change.id, keptPlans(change)]);
/** A twentieth of the changes; which one changes with the catalogue. */
const turn = createHash('sha256').update(JSON.stringify(entries)).digest().readUInt32BE() % 20;
const some = planned.filter((_, index) => index % 20 === turn);

it(`Terraform makes the kept plans of ${some.map(({ id }) => id).join(', ')} again`, async () => {
  const differing: Record<string, readonly string[]> = {};
  await makePlans(some, (change, plans) => {
    differing[change.id] = differences(keptPlans(change), plans).slice(0, 5);
  });

  expect(differing).toEqual(Object.fromEntries(some.map(({ id }) => [id, []])));
});
