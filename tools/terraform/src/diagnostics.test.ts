import { diagnosticFromText, formatDiagnostic, formatDiagnostics, type Diagnostic } from './diagnostics';

const wrongProperty: Diagnostic = {
  severity: 'error',
  summary: 'Extraneous JSON object property',
  detail: 'No argument or block type is named "nam". Did you mean "name"?',
  range: { filename: 'cdk.tf.json', start: { line: 47 } },
  snippet: { context: 'resource.aws_sqs_queue.users', code: '    "nam": "users",' },
};

describe('formatDiagnostic', () => {
  it('says what, where in TypeScript and in JSON, and why', () => {
    expect(
      formatDiagnostic(wrongProperty, (address) => (address === 'aws_sqs_queue.users' ? 'dev-api/users' : '')),
    ).toBe(
      [
        'Error: Extraneous JSON object property',
        '  at aws_sqs_queue.users, construct dev-api/users, cdk.tf.json line 47',
        '     "nam": "users",',
        '  No argument or block type is named "nam". Did you mean "name"?',
      ].join('\n'),
    );
  });

  it('shortens a stack that is one line', () => {
    const text = formatDiagnostic({ ...wrongProperty, snippet: { context: null, code: `{${'x'.repeat(3000)}` } });
    expect(text).toContain(`     {${'x'.repeat(199)}…\n`);
  });

  it('leaves out what is not known', () => {
    expect(formatDiagnostic({ severity: 'warning', summary: 'Careful', detail: '' })).toBe('Warning: Careful');
    expect(formatDiagnostic({ ...wrongProperty, range: undefined, snippet: { context: null, code: 'x' } })).toBe(
      'Error: Extraneous JSON object property\n     x\n  No argument or block type is named "nam". Did you mean "name"?',
    );
  });
});

describe('formatDiagnostics', () => {
  it('prints a repeated message once', () => {
    const halted: Diagnostic = { severity: 'error', summary: 'execution halted', detail: '' };
    expect(formatDiagnostics([halted, { ...halted }])).toBe('Error: execution halted');
  });
});

describe('diagnosticFromText', () => {
  it('reads the boxed text of a command that has no JSON', () => {
    const text =
      '╷\n│ Error: Failed to read the given file as a state or plan file\n│ \n│ State read error: Error loading statefile: open /nope: no such file or\n│ directory\n╵\n';
    expect(diagnosticFromText(text)).toEqual({
      severity: 'error',
      summary: 'Failed to read the given file as a state or plan file',
      detail: 'State read error: Error loading statefile: open /nope: no such file or\ndirectory',
    });
  });

  it('reads text without a box', () => {
    expect(diagnosticFromText('Failed to unlock state: gone\n').summary).toBe('Failed to unlock state: gone');
  });

  it('says so when there is no text at all', () => {
    expect(diagnosticFromText('').summary).toBe('no message');
  });
});
