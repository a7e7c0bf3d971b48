/** What came back, read. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly location: string;
  /** Parameters of the location, in its query or its fragment. */
  readonly params: URLSearchParams;
}

/** A browser without scripts: it keeps cookies, fills in forms, and follows no redirect by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.send(path, { headers });
  }

  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Seen> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** Sends the form of a page that was seen, with its hidden fields. */
  fill({ body }: Seen, fields: Record<string, string>, number = 0): Promise<Seen> {
    const form = [...body.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)][number];
    if (!form) throw new Error(`There is no form in ${body}`);
    const hidden = [...form[2]!.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const kept = Object.fromEntries(hidden.map(([, name, value]) => [name!, unescape(value!)]));
    return this.post(unescape(form[1]!), { ...kept, ...fields });
  }

  async send(path: string, init: RequestInit): Promise<Seen> {
    const url = new URL(path, this.url);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie && { cookie }), ...(init.headers as Record<string, string>) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const location = response.headers.get('location') ?? '';
    const params = new URLSearchParams(location.replace(/^[^?#]*[?#]/, ''));
    return { status: response.status, headers: response.headers, body: await response.text(), location, params };
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** The pages escape by number. */
const unescape = (text: string): string =>
  text.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));
