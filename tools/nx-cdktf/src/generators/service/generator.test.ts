import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { flushChanges, FsTree } from 'nx/src/generators/tree';
import serviceGenerator from './generator';

const checkout = resolve(__dirname, '../../../../..');

describe('the service generator', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gatehouse-service-'));
    write('apps/dev/package.json', '{ "name": "@gatehouse/dev", "nx": { "name": "dev" } }');
    write('libs/surface/package.json', '{ "name": "@gatehouse/surface" }');
    write('tools/command/package.json', '{ "name": "@gatehouse/cli", "nx": { "name": "gatehouse" } }');
    write('environments/qa.json', '{}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function write(file: string, content: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }

  function generate(name: string): FsTree {
    const tree = new FsTree(root, false);
    serviceGenerator(tree, { name });
    return tree;
  }

  it('writes a service with its source, test and tag', () => {
    const changes = generate('user-export').listChanges();

    expect(changes.map(({ path }) => path).sort()).toEqual(
      ['README.md', 'package.json', 'src/index.test.ts', 'src/index.ts', 'tsconfig.json'].map(
        (file) => `apps/user-export/${file}`,
      ),
    );
    const manifest = changes.find(({ path }) => path.endsWith('package.json'))?.content?.toString() ?? '';
    expect(JSON.parse(manifest)).toMatchObject({
      name: '@gatehouse/user-export',
      nx: { name: 'user-export', tags: ['type:service'] },
    });
  });

  it('writes a source and a test that compile', () => {
    flushChanges(root, generate('orders').listChanges());
    write('tsconfig.base.json', JSON.stringify({ extends: join(checkout, 'tsconfig.base.json') }));
    const options = ['--typeRoots', join(checkout, 'node_modules/@types'), '--types', 'node,jest,aws-lambda'];
    const tsc = join(checkout, 'node_modules/typescript/bin/tsc');

    execFileSync(process.execPath, [tsc, '-p', join(root, 'apps/orders'), ...options], { stdio: 'pipe' });
  });

  it.each(['Orders', 'my_orders', '1st', 'orders-', '../orders', '', 'a'.repeat(31)])(
    'fails when the name is "%s"',
    (name) => {
      expect(() => generate(name)).toThrow(
        `"${name}" cannot be the name of a service.\nUse 1 to 30 lowercase letters, digits and hyphens`,
      );
    },
  );

  it.each([
    ['dev', 'apps/dev'],
    ['qa', 'environments/qa.json'],
    ['surface', 'libs/surface'],
    ['gatehouse', 'tools/command'],
  ])('fails when the name is taken: %s', (name, path) => {
    expect(() => generate(name)).toThrow(`"${name}" is taken: ${path} exists.\nChoose another name.`);
  });

  it('says the two lines that mount it', () => {
    const printed: string[] = [];
    jest.spyOn(console, 'log').mockImplementation((text: string) => printed.push(text));
    write('package.json', '{ "name": "test", "workspaces": ["apps/*"] }');
    const tree = new FsTree(root, false);
    const after = serviceGenerator(tree, { name: 'user-export' });
    flushChanges(root, tree.listChanges());
    void after();
    jest.restoreAllMocks();

    expect(printed.join('\n')).toContain(
      "import { Auth, Integration } from '@gatehouse/gateway';\n\n  const userExport = new LambdaFunction(this, 'user-export', { functionName: resourceName(this.environment, 'user-export'), " +
        "code: Code.service('user-export') });\n" +
        "  api.addRoute('GET /user-export', { auth: Auth.idToken(), integration: Integration.lambda(userExport) });",
    );
  });
});
