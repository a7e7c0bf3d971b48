const OVERRIDE = /responseOverride\.header(?:\.|\[?["']|\.put\(["'])?Access-Control-Allow-Origin/i;
const QUOTED = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g;

/**
 * The origins that a mapping template answers with, of a template that picks one of several: every origin it names. One
 * that sets the header without naming any, or that compares by pattern, answers any origin: `*`.
 */
export function originsInTemplate(template: string): readonly string[] {
  if (!OVERRIDE.test(template)) return [];
  if (/\.matches\(|\.contains\(\s*\$|\.startsWith\(|\.endsWith\(|\.indexOf\(/.test(template)) return ['*'];
  const quoted = [...template.matchAll(QUOTED)].map(([, double, single]) => double ?? single ?? '');
  const origins = quoted.filter((text) => text === '*' || text === 'null' || /^[a-z][a-z0-9+.-]*:\/\//i.test(text));
  return origins.length > 0 ? [...new Set(origins)] : ['*'];
}
