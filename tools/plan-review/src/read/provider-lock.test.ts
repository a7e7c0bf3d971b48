import { planDigest } from '../digest/plan-digest';
import { providersIn } from './provider-lock';

/** As Terraform 1.11.4 wrote it. */
const lock = (hash: string, more = '') => `# This file is maintained automatically by "terraform init".
# Manual edits may be lost in future updates.

provider "registry.terraform.io/hashicorp/aws" {
  version     = "5.100.0"
  constraints = "5.100.0"
  hashes = [
    "${hash}",${more}
  ]
}

provider "registry.terraform.io/hashicorp/archive" {
  version = "2.7.1"
  hashes = [
    "h1:62VrkalDPMKB9zerCBS4iKTbvxejwnAWn/XXYZZQWD4=",
  ]
}
`;

describe('the providers of a lock file', () => {
  const one = lock('h1:Ijt7pOlB7Tr7maGQIqtsLFbl7pSMIj06TVdkoSBcYOw=');

  it('are their versions and the hashes of what is installed', () => {
    expect(providersIn(one)).toEqual([
      'registry.terraform.io/hashicorp/archive 2.7.1 h1:62VrkalDPMKB9zerCBS4iKTbvxejwnAWn/XXYZZQWD4=',
      'registry.terraform.io/hashicorp/aws 5.100.0 h1:Ijt7pOlB7Tr7maGQIqtsLFbl7pSMIj06TVdkoSBcYOw=',
    ]);
    const downloaded = lock('h1:Ijt7pOlB7Tr7maGQIqtsLFbl7pSMIj06TVdkoSBcYOw=', '\n    "zh:054b8dd4",');
    expect(providersIn(downloaded)).toEqual(providersIn(one));
  });

  it('bind a digest: another package of the same version is another one, and so is another version', () => {
    const plan = { format_version: '1.2', resource_changes: [] };
    const digests = [one, one, lock('h1:another='), one.replace('5.100.0', '5.99.0')].map(
      (text) => planDigest(plan, { providers: providersIn(text) }).digest,
    );
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
    expect(digests[0]).not.toBe(digests[3]);
    expect(digests[0]).not.toBe(planDigest(plan).digest);
  });
});
