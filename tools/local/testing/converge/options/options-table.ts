import { type OptionOutcome } from './try-options';

const words: Readonly<Record<string, string>> = {
  resources: 'resources',
  openapi: 'one OpenAPI body',
  http: 'HTTP API',
};

/** A table of options by what an API is written as. */
export function optionsTable(outcomes: readonly OptionOutcome[]): string {
  const definitions = [...new Set(outcomes.map(({ definition }) => definition))].sort().reverse();
  const options = [...new Set(outcomes.map(({ option }) => option))].sort();
  const rows = options.map((option) => {
    const cells = definitions.map((definition) => {
      const found = outcomes.find((each) => each.definition === definition && each.option === option);
      if (!found) return '';
      return found.there === found.back ? found.there : `${found.there}; back: ${found.back}`;
    });
    return `| \`${option}\` | ${cells.join(' | ')} |`;
  });
  return [
    '## Options of our constructs',
    '',
    'An API for each option (`examples/options`); the option changes, one deploy follows, and another takes it back.',
    '',
    '- **yes**: the next plan is empty, and the stage serves what the API is.',
    '- **nothing to do**: the option is for people or for the synthesis; no plan has it.',
    '',
    `| option | ${definitions.map((definition) => words[definition]).join(' | ')} |`,
    `| --- | ${definitions.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
}
