import { UserError } from '@gatehouse/cli-kit';

/** One step of a guide: a `###` heading and the shell commands below it. */
export interface Step {
  readonly title: string;
  /** Lines for `sh -e`. */
  readonly commands: string;
}

/**
 * Reads the steps of a guide, so that people and jobs follow one text: the `###` headings
 * under a `##` heading, each with the lines of its first `sh` block. A heading without one is prose.
 *
 * @throws UserError when the guide has no such section, or no step in it
 */
export function stepsOf(guide: string, section: string): Step[] {
  const text = sections(guide, '## ').get(section);
  const steps = [...sections(text ?? '', '### ')].flatMap(([title, body]) => {
    const [, commands] = /^```sh\n(.*?)^```$/ms.exec(body) ?? [];
    return commands === undefined ? [] : [{ title, commands: commands.trim() }];
  });
  if (steps.length === 0) {
    throw new UserError(
      `The guide has no steps under "## ${section}": expected "### ..." headings, each with a \`sh\` block.`,
    );
  }
  return steps;
}

/** Bodies by heading. A shell comment in a code block is no heading: the marks are longer here. */
function sections(text: string, mark: string): Map<string, string> {
  const parts = `\n${text}`.split(`\n${mark}`).slice(1);
  return new Map(
    parts.map((part) => {
      const [title = '', ...body] = part.split('\n');
      return [title.trim(), body.join('\n')];
    }),
  );
}
