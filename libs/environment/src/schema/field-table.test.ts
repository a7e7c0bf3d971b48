import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fieldTable } from './field-table';

describe('docs/environments.md', () => {
  const text = readFileSync(path.join(__dirname, '../../../../docs/environments.md'), 'utf8');

  it('has the row of every field; otherwise run: npm run schema -w @gatehouse/environment', () => {
    const [, table] = /<!-- prettier-ignore-start -->\n\n([^]*?)\n\n<!-- prettier-ignore-end -->/.exec(text) ?? [];

    expect(table).toBe(fieldTable());
  });

  it('tells values, defaults and pages', () => {
    const rows = fieldTable().split('\n');

    expect(rows).toContain(
      '| `identity.mfa` | `"off"`, `"optional"`, `"required"` | needed | Whether users sign in with a second factor (an authenticator app). |',
    );
    expect(rows).toContainEqual(
      expect.stringMatching(/^\| `identity\.identityPool\.guests` \| boolean \| default `false` \|/),
    );
    expect(rows).toContainEqual(expect.stringMatching(/^\| `acknowledge\[\]\.rule` \| string \| /));
    expect(rows).toContainEqual(
      expect.stringMatching(/^\| `api\.waf` .*\[AWS\]\(https:\/\/docs\.aws\.amazon\.com\/[^)]+\.html\) \|$/),
    );
  });
});
