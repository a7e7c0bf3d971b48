import { type CdktnReport } from './cdktn';
import { type Provider6Report } from './provider-6';
import { cdktnReport, provider6Report } from './report';

const step = { title: 'Unit tests', commands: 'jest', ok: true, seconds: 1.25, output: '' };
const comparison = { files: 2, differences: [], ignored: [] };

const cdktn: CdktnReport = {
  job: 'cdktn',
  node: '20.19.0',
  ok: true,
  steps: [step],
  before: { name: 'cdktf', version: '0.21.0' },
  after: { name: 'cdktn', version: '0.24.0' },
  comparison,
  problems: [],
};

const provider6: Provider6Report = {
  job: 'provider-6',
  node: '20.19.0',
  ok: true,
  steps: [step],
  before: { name: '@cdktf/provider-aws', version: '20.1.0', provider: '5.100.0' },
  after: { name: '@cdktf/provider-aws', version: '21.22.1', provider: '6.25.0' },
  comparison,
  typeErrors: [],
  types: 7,
  bindings: [],
};

describe('the report of a move to CDK Terrain', () => {
  it('says between which engines, what was done, and that it worked', () => {
    const text = cdktnReport(cdktn);

    expect(text).toContain('# cdktf 0.21.0 → cdktn 0.24.0\n\nThe way out works on Node 20.19.0');
    expect(text).toMatch(/\| Unit tests +\| 1.3 +\| ok +\|/);
    expect(text).toContain('Identical.');
  });

  it('says first what is in the way', () => {
    const text = cdktnReport({ ...cdktn, ok: false, problems: ['The step "Unit tests" failed.'] });

    expect(text).toContain('**The way out is blocked** (Node 20.19.0):\n\n- The step "Unit tests" failed.');
    expect(text).not.toContain('works');
  });
});

describe('the report of a move to provider 6', () => {
  it('says so when nothing differs', () => {
    const text = provider6Report(provider6);

    expect(text).toContain('# hashicorp/aws 5.100.0 → 6.25.0');
    expect(text).toContain('## Type errors\n\nNone.');
    expect(text).toContain('No difference.');
  });

  it('has a row for each type error and each change of arguments', () => {
    const text = provider6Report({
      ...provider6,
      typeErrors: [{ file: 'libs/a.ts', line: 3, code: 'TS2353', message: 'No.' }],
      bindings: [{ type: 'aws_thing', change: 'removed', argument: 'stage', ours: true }],
    });

    expect(text).toContain('| libs/a.ts | 3    | TS2353 | No.     |');
    expect(text).toContain('| `stage`  | removed | `aws_thing` | **must change** |');
  });
});
