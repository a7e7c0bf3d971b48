import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyEnvironments } from '@gatehouse/testing/environments';
import { FsTree } from 'nx/src/generators/tree';
import { DECIDES_REVIEWS } from './code-owners';
import initGenerator, { type InitOptions } from './generator';

describe('the init generator', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gatehouse-init-'));
    copyEnvironments(root);
    write('docs/other-ci/gitlab-ci.yml', 'PLAN_ROLE: arn:aws:iam::1:role/gatehouse/gatehouse-dev-plan\n');
    write('libs/stacks/src/openapi.yaml', 'paths:\n  /health:\n    get: { x-gatehouse-public: Uptime checks }\n');
    for (const name of ['product', 'node', 'engine', 'deploy']) write(`.github/workflows/${name}.yml`, 'on: push\n');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function write(file: string, content: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }

  const init = async (options: Partial<InitOptions> = {}): Promise<FsTree> => {
    const tree = new FsTree(root, false);
    await initGenerator(tree, { project: 'acme', owners: '@acme/platform', ...options });
    return tree;
  };
  const read = (tree: FsTree, file: string): string => tree.read(file, 'utf8') ?? '';

  it('renames the project, what is named after it, and the extensions of OpenAPI documents', async () => {
    const tree = await init({ repository: 'acme/doors' });

    expect(read(tree, 'environments/base.json')).toContain('"project": "acme"');
    expect(read(tree, 'environments/dev.json')).toContain('"bucket": "acme-state-111111111111-eu-west-1"');
    expect(read(tree, 'environments/dev.json')).toContain('"kmsKey": "alias/acme-state"');
    expect(read(tree, 'environments/bootstrap.json')).toContain('"repository": "acme/doors"');
    expect(read(tree, 'docs/other-ci/gitlab-ci.yml')).toContain('role/gatehouse/acme-dev-plan');
    expect(read(tree, 'libs/stacks/src/openapi.yaml')).toContain('x-acme-public: Uptime checks');
    expect(tree.listChanges().map(({ path }) => path)).not.toContain('environments/schema.json');
  });

  it('gives everything that decides a review the owners', async () => {
    const lines = read(await init({ owners: '@acme/platform, @acme/security' }), '.github/CODEOWNERS').split('\n');

    for (const path of DECIDES_REVIEWS) {
      expect(lines).toContainEqual(
        expect.stringMatching(`^${path.replace(/[*.]/g, '\\$&')} +@acme/platform @acme/security$`),
      );
    }
  });

  it("removes the product's workflows and keeps the team's", async () => {
    const tree = await init();

    expect(tree.children('.github/workflows')).toEqual(['deploy.yml']);
  });

  it('writes the API of the sample as one body, and leaves one that is deployed as it is', async () => {
    const stack = 'libs/stacks/src/api-stack.ts';
    const ofSample = [
      '// Deployed as resources, and so it stays.',
      "const api = new RestApi(stack, 'api', { ...apiProps(environment, 'api'), definition: 'resources' });",
      '',
    ].join('\n');
    write(stack, `import './identity-stack';\n${ofSample}`);
    write('libs/stacks/src/api-stack.test.ts', "'aws_api_gateway_method.get_me',\n'aws_api_gateway_stage.api',\n");

    const tree = await init();

    expect(read(tree, stack)).toBe(
      "import './identity-stack';\nconst api = new RestApi(stack, 'api', apiProps(environment, 'api'));\n",
    );
    expect(read(tree, 'libs/stacks/src/api-stack.test.ts')).toMatch(/^\(?'aws_api_gateway_stage.api'/);
    expect(read(await init({ project: 'gatehouse' }), stack)).toContain("definition: 'resources'");
  });

  it('changes nothing that decides names when it runs again', async () => {
    (await init()).listChanges().forEach(({ path, content }) => content && write(path, content.toString()));

    expect((await init()).listChanges().map(({ path }) => path)).not.toContain('environments/base.json');
  });

  it('stops where an environment may be deployed already, unless --force is given', async () => {
    const dev = readFileSync(join(root, 'environments/dev.json'), 'utf8');
    write('environments/dev.json', dev.replaceAll('111111111111', '123412341234'));

    await expect(init()).rejects.toThrow(
      'these environments may be deployed as "gatehouse":\n  environments/dev.json  account 123412341234\n',
    );
    expect(read(await init({ force: true }), 'environments/base.json')).toContain('"project": "acme"');
  });

  it.each([
    [{ project: 'Acme' }, '"Acme" cannot be the name of a project.'],
    [{ project: 'a' }, '"a" cannot be the name of a project.'],
    [{ owners: 'acme' }, '--owners: expected GitHub users or teams such as @acme/platform, found "acme".'],
    [{ repository: 'doors' }, '--repository: expected owner/name, found "doors".'],
  ])('refuses %j', async (options, message) => {
    await expect(init(options)).rejects.toThrow(message);
  });
});
