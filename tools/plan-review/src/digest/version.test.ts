import { digestFolder, digestPlan } from '../../testing/digest-pairs';
import { realPlan } from '../../testing/plans';
import { codeOfPlans } from '../config/code-of-plans';
import { readFolder } from '../config/folder';
import { codeDigest } from './code-digest';
import { digestOfStacks } from './environment-digest';
import { planDigest, type DigestOptions } from './plan-digest';

const OPTIONS: DigestOptions = {
  secretsKey: Buffer.from('the key of this test, which is long enough'),
  providers: ['registry.terraform.io/hashicorp/aws 5.100.0 h1:Ijt7pOlB7Tr7maGQIqtsLFbl7pSMIj06TVdkoSBcYOw='],
};

/**
 * A digest that was reviewed is compared with one that is made later, by later code. Where one of these differs, a digest means
 * something else than before: give it another VERSION, so that reviews of before are refused and not compared.
 */
describe('a digest of this version is this one', () => {
  it.each([
    ['reports-api/changed.plan.json', 'gh2-ab2c8578dc256dd5b4aad6ce9d5dc2c9653fa3e1'],
    ['modules/changed.plan.json', 'gh2-400f7477d64b2984993215fdd3094220741e6b73'],
    ['protection/created.plan.json', 'gh2-f0ee79b87eeef779a9c489583e9e8b47e1c6a9fa'],
  ])('of the plan %s', (path, digest) => expect(planDigest(realPlan(path), OPTIONS).digest).toBe(digest));

  it.each([
    ['data-doc-a', 'gh2-0243ec96793fce45c3e3859262a99c4591d83a59'],
    ['oidc-secret-a', 'gh2-2e81e0c2fa66f030c1a5cc2598ec96b724b65502'],
    ['provisioner-a', 'gh2-d8bd118230140df84aa86897f68ef7fdf1193b06'],
  ])('of %s', (name, digest) => expect(planDigest(digestPlan(name), OPTIONS).digest).toBe(digest));

  it.each([
    ['archive-a', 'gh2-881dcd4974726452e111b2b4b0ccf135a2092401'],
    ['answer-local-a', 'gh2-e971ca95ba62cbbd5b2f62e66e66e9d8942f47d1'],
    ['jsonencode-a', 'gh2-e3d66e40ab81c3c39d7994bc2311efed29d99ff7'],
    ['write-only-a', 'gh2-3ac4360cadc7cc3259af83783a2418b8503a70ae'],
  ])('of %s, with its code', async (name, digest) => {
    const plan = digestPlan(name);
    const configuration = codeOfPlans({ plan }, [await readFolder(digestFolder(name))])['plan'];
    expect(planDigest(plan, { ...OPTIONS, configuration }).digest).toBe(digest);
  });

  it('of code alone, and of an environment', async () => {
    const { code } = await readFolder(digestFolder('trust-a'));
    const digest = codeDigest(code, [['rest', 'GET /', 'anyone']]);
    expect([digest, digestOfStacks([{ digest }, { digest: 'gh2-00' }])]).toEqual([
      'gh2-c35d7de186b89072302f73fdec5354145355e56c',
      'gh2-1c36de25a10246c1559e4289d74e9693c0b18071',
    ]);
  });
});
