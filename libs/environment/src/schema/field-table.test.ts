import { z } from 'zod';
import { fieldTable } from './field-table';

describe('the table of fields', () => {
  it('tells values, defaults and pages', () => {
    const rows = fieldTable().split('\n');

    expect(rows).toContain(
      '| `identity.mfa` | `"off"`, `"optional"`, `"required"` | needed | Whether users sign in with a second factor (an authenticator app). |',
    );
    expect(rows).toContainEqual(expect.stringMatching(/^\| `identity\.guests` \| boolean \| default `false` \|/));
    expect(rows).toContainEqual(expect.stringMatching(/^\| `acknowledge\[\]\.rule` \| string \| /));
    expect(rows).toContainEqual(
      expect.stringMatching(/^\| `api\.waf` .*\[AWS\]\(https:\/\/docs\.aws\.amazon\.com\/[^)]+\.html\) \|$/),
    );
  });

  it("has a team's settings", () => {
    const settings = z.strictObject({ days: z.int().min(1).meta({ description: 'How long.' }) });

    expect(fieldTable(settings).split('\n')).toContain('| `settings.days` | integer | needed | How long. |');
  });
});
