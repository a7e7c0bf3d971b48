import { createHmac } from 'node:crypto';

/**
 * A shorter text may be the same as another one by chance, which nothing would bind then. The shortest password that AWS takes
 * has six characters. With the key every text is bound.
 */
const SHORTEST = 6;
/** A shorter one may be in another text by chance. */
const SHORTEST_PART = 16;

/** Arguments that hold a secret whether Terraform marks it or not, as in the configuration, where it marks nothing. */
const SECRET_NAME =
  /(?:password(?:_v4|_wo)?|passwd|(?:client|shared|app)_secret|secret_(?:key|string|binary)(?:_wo)?|private_key(?:_pem|_wo)?|auth_token|access_key|api_key)$/i;

/** Few names stand in a plan, each of them often. */
const KNOWN_NAMES = new Map<string, boolean>();

export function isSecretName(name: string): boolean {
  const known = KNOWN_NAMES.get(name);
  if (known !== undefined) return known;
  const is = SECRET_NAME.test(name);
  KNOWN_NAMES.set(name, is);
  return is;
}

/** Maps in which people put secrets beside what is public. */
export const SECRET_ENTRY =
  /secret|passw(?:or)?d|private_?key|credential|api_?key|access_?key|(?:^|[_-])(?:auth|api|access|refresh|bearer|session)?_?token$/i;

/**
 * Hides the secrets of a plan: with a key a keyed hash stands for each, without one only that it is one. The hash of a secret
 * could be guessed by who does not have the key.
 */
export class Secrets {
  /** How many were hidden so far. */
  count = 0;
  private readonly texts = new Set<string>();
  private longest: readonly string[] = [];

  constructor(private readonly key?: Buffer) {}

  get state(): 'bound' | 'not bound' | 'none' {
    if (this.count === 0) return 'none';
    return this.key ? 'bound' : 'not bound';
  }

  /** Finds a secret again where nothing marks it: its own text in the code. */
  learn(value: unknown): void {
    if (typeof value === 'string') {
      if (value.length >= (this.key ? 1 : SHORTEST)) this.texts.add(value);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach((each) => this.learn(each));
  }

  /** After the last one was learned. */
  ready(): this {
    this.longest = [...this.texts].filter((text) => text.length >= SHORTEST_PART).sort((a, b) => b.length - a.length);
    return this;
  }

  /** @param text of the secret, that is the same for what means the same */
  hidden(text: string): string {
    this.count += 1;
    return this.key ? `{secret ${createHmac('sha256', this.key).update(text).digest('hex')}}` : '{secret}';
  }

  /** A text of the code, without secrets in it. */
  clean(text: string): string {
    if (this.texts.size === 0) return text;
    if (this.texts.has(text)) return this.hidden(text);
    let clean = text;
    for (const secret of this.longest) {
      if (clean.includes(secret)) clean = clean.replaceAll(secret, this.hidden(secret));
    }
    return clean;
  }
}
