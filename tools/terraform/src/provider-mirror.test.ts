import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeFile } from '../testing/stack';
import { findProviderMirrors } from './provider-mirror';

const aws = 'registry.terraform.io/hashicorp/aws/5.100.0/linux_amd64';
const random = 'registry.terraform.io/hashicorp/random/3.7.2/linux_amd64';

function folderWith(...packages: string[]): string {
  const folder = temporaryFolder();
  for (const each of packages) mkdirSync(join(folder, each), { recursive: true });
  return folder;
}

// XDG_DATA_DIRS keeps mirrors of the machine that runs the test out of it.
const binary = (HOME = temporaryFolder(), product: 'Terraform' | 'OpenTofu' = 'Terraform') => ({
  product,
  platform: 'linux_amd64',
  env: { HOME, XDG_DATA_DIRS: '/nowhere' },
});

describe('findProviderMirrors', () => {
  it.each([['aws'], ['hashicorp/aws'], ['registry.terraform.io/hashicorp/aws']])(
    'finds source %s among the add-on software',
    (source) => {
      const software = folderWith(`plugins/${aws}`, 'other-software/bin');
      expect(findProviderMirrors([{ source, version: '5.100.0' }], binary(), software)).toEqual([
        join(software, 'plugins'),
      ]);
    },
  );

  it('finds an implied local mirror of Terraform first', () => {
    const home = folderWith(`.terraform.d/plugins/${aws}`);
    const software = folderWith(`plugins/${aws}`);
    expect(findProviderMirrors([{ source: 'aws', version: '= 5.100.0' }], binary(home), software)).toEqual([
      join(home, '.terraform.d/plugins'),
    ]);
  });

  it('names every folder that several providers need, each once', () => {
    const software = folderWith(`a/${aws}`, `b/${random}`, `b/${random.replace('random', 'null')}`);
    const required = [
      { source: 'aws', version: '5.100.0' },
      { source: 'hashicorp/random', version: '3.7.2' },
      { source: 'null', version: '3.7.2' },
    ];
    expect(findProviderMirrors(required, binary(), software)).toEqual([join(software, 'a'), join(software, 'b')]);
  });

  it.each([
    ['another version', { source: 'aws', version: '5.99.0' }],
    ['a range of versions', { source: 'aws', version: '~> 5.100.0' }],
    ['no version', { source: 'aws' }],
    ['another namespace', { source: 'company/aws', version: '5.100.0' }],
    ['no source', { version: '5.100.0' }],
  ])('finds nothing for %s', (_what, required) => {
    expect(findProviderMirrors([required], binary(), folderWith(`plugins/${aws}`))).toEqual([]);
  });

  it('finds nothing when one of several providers is missing, because the registry would be shut out', () => {
    const required = [
      { source: 'aws', version: '5.100.0' },
      { source: 'random', version: '3.7.2' },
    ];
    expect(findProviderMirrors(required, binary(), folderWith(`plugins/${aws}`))).toEqual([]);
  });

  it("looks for OpenTofu's providers under OpenTofu's registry", () => {
    const software = folderWith(`a/${aws}`, `b/${aws.replace('terraform.io', 'opentofu.org')}`);
    const required = [{ source: 'aws', version: '5.100.0' }];
    expect(findProviderMirrors(required, binary(undefined, 'OpenTofu'), software)).toEqual([join(software, 'b')]);
  });

  it('leaves providers to a user who configured their installation', () => {
    const home = temporaryFolder();
    writeFile(join(home, '.terraformrc'), 'provider_installation {\n  direct {}\n}\n');
    const required = [{ source: 'aws', version: '5.100.0' }];
    expect(findProviderMirrors(required, binary(home), folderWith(`plugins/${aws}`))).toEqual([]);
  });

  it('needs nothing for a stack without providers, and no folder of add-on software', () => {
    expect(findProviderMirrors([], binary(), '/nowhere')).toEqual([]);
    expect(findProviderMirrors([{ source: 'aws', version: '5.100.0' }], binary(), '/nowhere')).toEqual([]);
  });
});
