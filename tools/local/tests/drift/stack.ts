import { PlainStack } from '../plain-stack';

/** Every resource type our stacks use, each changeable attribute with a value before and one after an edit. */
export class DriftStack extends PlainStack {
  constructor(endpoint: string) {
    super('drift', [__dirname], endpoint);
    for (const version of ['a', 'b']) this.archive(version, `exports.handler = async () => '${version}';`);
    this.write({ edited: false });
  }

  write({ edited }: { edited: boolean }): void {
    const tags = { environment: 'drift', edited: String(edited) };
    this.configure({ variable: { edited: { type: 'bool', default: edited } } }, tags);
  }
}
