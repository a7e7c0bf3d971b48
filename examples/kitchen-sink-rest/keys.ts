import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import { Secret } from '@gatehouse/functions';
import { ApiKey, type RestApi, UsagePlan } from '@gatehouse/gateway';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';

/** Two holders of keys: one counted by a plan of each API, the other by one plan for all of them. */
export function addKeys(stack: Construct, apis: readonly RestApi[]): void {
  const acme = new ApiKey(stack, 'acme', {
    name: 'sink-acme',
    description: 'Of a partner',
    customerId: 'acme-in-marketplace',
    tags: { team: 'sink' },
  });
  const brought = new ApiKey(stack, 'brought', { name: 'sink-brought', value: ownSecret(stack) });
  const off = new ApiKey(stack, 'off', { name: 'sink-off', enabled: false });
  const all = new UsagePlan(stack, 'all', {
    name: 'sink-all',
    description: 'Of all APIs',
    tags: { team: 'sink' },
  });
  for (const api of apis) {
    const plan = api.addUsagePlan('plan', {
      description: 'Of one API',
      throttle: { rateLimit: 10, burstLimit: 20 },
      quota: { limit: 10_000, period: 'MONTH', offset: 2 },
      routes: { 'POST /reports': { rateLimit: 1, burstLimit: 2 } },
      tags: { team: 'sink' },
    });
    plan.addKey(acme).addKey(off);
    all.addApi(api, { 'GET /catalogue': { rateLimit: 5, burstLimit: 10 } });
  }
  all.addKey(brought);
  new TerraformOutput(stack, 'key', { value: acme.value, sensitive: true });
}

/** Made with the key for the test alone. */
function ownSecret(stack: Construct): Secret {
  const { id } = new SecretsmanagerSecret(stack, 'key_secret', { name: 'sink/key', recoveryWindowInDays: 0 });
  const secretString = 'a-key-that-its-holder-has';
  const { arn } = new SecretsmanagerSecretVersion(stack, 'key_secret_version', { secretId: id, secretString });
  return Secret.secretsManager({ arn });
}
