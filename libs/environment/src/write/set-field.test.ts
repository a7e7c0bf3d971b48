import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setField } from './set-field';

describe('setField', () => {
  const directory = mkdtempSync(join(tmpdir(), 'gatehouse-environments-'));
  const file = join(directory, 'dev.json');
  afterAll(() => rmSync(directory, { recursive: true }));

  const after = (text: string, path: string[], value: unknown): string => {
    writeFileSync(file, text);
    setField(directory, 'dev', path, value);
    return readFileSync(file, 'utf8');
  };

  it('adds a field with what is around it, and leaves the rest as it is written', () => {
    const text = '{\n  "extends": "./base.json",\n  "list": ["a", "b"]\n}\n';

    expect(after(text, ['clients', 'machine', 'secret'], { generation: 1, next: true })).toBe(
      `{
  "extends": "./base.json",
  "list": ["a", "b"],
  "clients": {
    "machine": {
      "secret": {
        "generation": 1,
        "next": true
      }
    }
  }
}
`,
    );
  });

  it('adds a field to what is there, also to what is empty', () => {
    const text = '{\n  "clients": {\n    "machine": {},\n    "app": {\n      "callbackUrls": ["a"]\n    }\n  }\n}\n';
    const secret = '"secret": {\n        "generation": 2\n      }\n    }';

    expect(after(text, ['clients', 'machine', 'secret'], { generation: 2 })).toBe(
      text.replace('{},', `{\n      ${secret},`),
    );
    expect(after(text, ['clients', 'app', 'secret'], { generation: 2 })).toBe(
      text.replace('["a"]\n    }', `["a"],\n      ${secret}`),
    );
  });

  it('replaces a field as a whole, and leaves no other file', () => {
    const text =
      '{\n  "clients": { "machine": { "secret": { "generation": 1, "next": true }, "callbackUrls": [] } }\n}\n';

    expect(JSON.parse(after(text, ['clients', 'machine', 'secret'], { generation: 2 }))).toEqual({
      clients: { machine: { secret: { generation: 2 }, callbackUrls: [] } },
    });
    expect(readdirSync(directory)).toEqual(['dev.json']);
  });
});
