import { differences } from '../testing/differences';
import { fixture } from '../testing/fixture';
import { surfaceFromState, surfaceFromSynth, readPlans } from './index';

const all = (names: readonly string[], file: 'main.tf.json' | 'created.plan.json' | 'applied.state.json') =>
  Object.fromEntries(names.map((name) => [name, fixture(name, file)]));

const GROUPS = [['reports-identity', 'reports-api'], ['http-api'], ['protection'], ['modules']];

describe('the three readings of one stack agree', () => {
  it.each(GROUPS)('%s %s: what the plan knew is what was applied', (...names) => {
    const planned = readPlans(all(names, 'created.plan.json')).after;
    const applied = surfaceFromState(all(names, 'applied.state.json'));
    const notByMoto = [
      // moto drops both when it creates the resource (shared reference, local-gateway.md).
      '.apis[0].binaryMediaTypes: ["image/png"] became []',
      '.apis[0].authorizers[0].identityValidationExpression: "^[a-z0-9]+$" became undefined',
      // moto's own, where nothing is written and AWS documents another default.
      '.apis[0].stages[0].methodSettings[0].cacheEncrypted: false became true',
      '.userPoolDomains[0].managedLoginVersion: 1 became 0',
      '.userPools[0].passwordPolicy.temporaryPasswordValidity: 7 became 0',
      // Cognito's own, where nothing is written.
      '.userPools[0].recovery: [] became ["verified_email","verified_phone_number"]',
      // The API's plan already read the pool's ARN from its state, the pool's own plan did not know it yet.
      '.apis[0].authorizers[0].userPools: [] became ["aws_cognito_user_pool.users"]',
    ];
    expect(differences(planned, applied).filter((difference) => !notByMoto.includes(difference))).toEqual([]);
  });

  it.each(GROUPS.slice(0, 3))('%s %s: what the code said is what is planned', (...names) => {
    const written = surfaceFromSynth(all(names, 'main.tf.json'));
    const planned = readPlans(all(names, 'created.plan.json')).after;
    // More may be unknown in a plan: where nothing is written the provider chooses.
    const known = differences(written, planned).filter((difference) => !/ became .*"unknown":true/.test(difference));
    expect(known).toEqual([]);
  });
});
