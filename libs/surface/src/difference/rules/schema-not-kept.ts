import { attributesMissingFrom } from '../../pool-schema/missing';
import { schemaOf } from '../../pool-schema/snapshot';
import { differenceRule } from '../../findings/rule';
import { changed } from '../changed';

export const schemaNotKept = differenceRule({
  id: 'schema-not-kept',
  severity: 'expected',
  title: 'Deployed user pool without a schema snapshot',
  why: 'Synthesis refuses a change that would replace a user pool, or that no apply makes, for pools in the snapshot of their environment alone. Environments of the tier local, and those of an emulator, have none.',
  remediation: 'Run "npx nx accept-schema <environment>" and commit the file.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
  find: ({ kept, userPools, changeAt }) => {
    if (kept === undefined) return [];
    return changed('user pool', userPools, (before, after, name) => {
      const pools = kept.snapshot?.stacks[after.stack ?? ''] ?? {};
      // A snapshot may be of before a moved block.
      const known = pools[after.address] ?? pools[changeAt(after)?.previousAddress ?? ''];
      const added = known ? attributesMissingFrom(known, schemaOf(before)) : [];
      return {
        when: known === undefined || added.length > 0,
        message: `${kept.file} does not hold ${known ? `${added.join(', ')} of ${name}` : name}, so synthesis does not refuse a change that would replace the pool.`,
        remediation: `Run "npx nx accept-schema ${kept.environment}" and commit the file.`,
      };
    });
  },
});
