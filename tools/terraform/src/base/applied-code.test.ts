import { awsThatHas, talkingTo } from '../../testing/aws-that-has';
import { temporaryFolder, writeStack } from '../../testing/stack';
import { appliedCode } from './applied-code';

const stateWith = (mode: string, instances: readonly object[]) => ({
  ...{ version: 4, lineage: 'l', serial: 1 },
  resources: [{ mode, type: 'aws_sqs_queue', name: 'queue', instances }],
});

it('has no stack of which nothing was applied', async () => {
  const states = {
    'qa/applied.tfstate': stateWith('managed', [{ attributes: { id: 'q' } }]),
    'qa/destroyed.tfstate': stateWith('managed', []),
    'qa/read.tfstate': stateWith('data', [{ attributes: { id: 'q' } }]),
  };
  const endpoint = await awsThatHas({ states });
  const folder = temporaryFolder();
  const names = ['applied', 'destroyed', 'read', 'never', 'new'];
  const stacks = names.map((name) => writeStack(name, talkingTo(endpoint, `qa/${name}.tfstate`), folder));
  const code = { applied: {}, destroyed: {}, read: {}, never: {}, planned: {} };

  expect(Object.keys(await appliedCode(code, stacks))).toEqual(['applied', 'planned']);
});

it('has a stack whose state cannot be read', async () => {
  const states = { 'qa/api.tfstate': stateWith('managed', []) };
  const endpoint = await awsThatHas({ states, refused: '/state/' });

  expect(await appliedCode({ api: {} }, [writeStack('api', talkingTo(endpoint, 'qa/api.tfstate'))])).toEqual({
    api: {},
  });
});
