/** One of Terraform's own messages, from its `-json` output. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** Address of the resource it is about, e.g. `aws_cognito_user_pool.users`. */
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
  readonly snippet?: { readonly context: string | null; readonly code: string };
}

/**
 * Text for people: summary, where, the line of JSON, detail.
 *
 * @param constructPath finds the TypeScript construct behind a Terraform address
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  constructPath: (address: string) => string | undefined = () => undefined,
): string {
  const label = diagnostic.severity === 'error' ? 'Error' : 'Warning';
  const address = addressOf(diagnostic);
  const construct = address && constructPath(address);
  const place = [
    address,
    construct && `construct ${construct}`,
    diagnostic.range && `${diagnostic.range.filename} line ${diagnostic.range.start.line}`,
  ].filter(Boolean);
  return [
    `${label}: ${diagnostic.summary.trim()}`,
    place.length > 0 && `  at ${place.join(', ')}`,
    diagnostic.snippet && `     ${shortened(diagnostic.snippet.code.trim())}`,
    diagnostic.detail && indent(diagnostic.detail.trim()),
  ]
    .filter(Boolean)
    .join('\n');
}

/** Text for several, each once: Terraform repeats e.g. "execution halted". */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  constructPath?: (address: string) => string | undefined,
): string {
  return [...new Set(diagnostics.map((each) => formatDiagnostic(each, constructPath)))].join('\n\n');
}

/** Diagnostic from text that a command without `-json` wrote to stderr: the box drawing goes, the words stay. */
export function diagnosticFromText(stderr: string): Diagnostic {
  const lines = stderr
    .split('\n')
    .map((line) => line.replace(/^[╷│╵]\s?/u, '').trimEnd())
    .join('\n')
    .trim()
    .split('\n');
  return {
    severity: 'error',
    summary: (lines[0] ?? '').replace(/^Error: /, '') || 'no message',
    detail: lines.slice(1).join('\n').trim(),
  };
}

// Configuration errors carry no address, but `resource.aws_sqs_queue.users` as their context.
function addressOf(diagnostic: Diagnostic): string | undefined {
  return diagnostic.address ?? diagnostic.snippet?.context?.replace(/^resource\./, '') ?? undefined;
}

// What is not synthesized by us may be one line of megabytes.
const shortened = (line: string): string => (line.length > 200 ? `${line.slice(0, 200)}…` : line);

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');
