import { execa } from 'execa';

/** The shell lines among what was printed. */
export const curlLines = (output: string): string[] =>
  output.split('\n').filter((line) => /^(curl|[A-Z_]+=\$\(curl) /.test(line));

/** Runs the lines in one shell; each `curl -i` answers with a status line, headers and a body. */
export async function paste(lines: readonly string[]): Promise<{ status: number; body: string }[]> {
  const { stdout } = await execa('bash', ['-c', lines.map((line) => `${line}\necho; echo ---`).join('\n')]);
  return stdout
    .split('\n---')
    .filter((part) => part.includes('HTTP/1.1'))
    .map((part) => ({
      status: Number(/HTTP\/1\.1 (\d+)/.exec(part)?.[1]),
      body: part
        .split(/\r?\n\r?\n/)
        .slice(1)
        .join('\n')
        .trim(),
    }));
}
