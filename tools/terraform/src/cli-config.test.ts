import { join } from 'node:path';
import { temporaryFolder, writeFile } from '../testing/stack';
import { hasProviderInstallation, withoutMissingConfig } from './cli-config';

const installation = 'provider_installation {\n  filesystem_mirror {\n    path = "/x"\n  }\n}\n';

describe('withoutMissingConfig', () => {
  it('keeps a configuration that exists', () => {
    const file = writeFile(join(temporaryFolder(), 'terraform.rc'));
    expect(withoutMissingConfig({ TF_CLI_CONFIG_FILE: file, A: 'b' })).toEqual({
      env: { TF_CLI_CONFIG_FILE: file, A: 'b' },
      notices: [],
    });
  });
});

describe('hasProviderInstallation', () => {
  it('finds the block in the file that the user names', () => {
    const file = writeFile(join(temporaryFolder(), 'terraform.rc'), `disable_checkpoint = true\n${installation}`);
    expect(hasProviderInstallation('Terraform', { HOME: '/nowhere', TF_CLI_CONFIG_FILE: file })).toBe(true);
  });

  it('finds the block in JSON', () => {
    const file = writeFile(join(temporaryFolder(), 'x.tfrc.json'), '{\n "provider_installation": [{}]\n}');
    expect(hasProviderInstallation('Terraform', { HOME: '/nowhere', TF_CLI_CONFIG_FILE: file })).toBe(true);
  });

  it.each([
    ['Terraform', '.terraformrc'],
    ['OpenTofu', '.tofurc'],
    ['OpenTofu', '.terraformrc'],
    ['OpenTofu', '.config/opentofu/tofurc'],
    ['Terraform', '.terraform.d/company.tfrc'],
  ] as const)('finds it for %s in ~/%s', (product, path) => {
    const HOME = temporaryFolder();
    writeFile(join(HOME, path), installation);
    expect(hasProviderInstallation(product, { HOME })).toBe(true);
  });

  it('finds none in a comment, in a file of the other product, or without files', () => {
    const HOME = temporaryFolder();
    expect(hasProviderInstallation('Terraform', { HOME })).toBe(false);
    writeFile(join(HOME, '.terraformrc'), '# provider_installation {\n');
    writeFile(join(HOME, '.tofurc'), installation);
    expect(hasProviderInstallation('Terraform', { HOME })).toBe(false);
  });
});
