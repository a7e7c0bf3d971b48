import { Compile, parse } from 'velocityjs';

/** What a mapping template is given: the body, and parameters by their place. */
export interface TemplateInput {
  readonly body?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly querystring?: Readonly<Record<string, string>>;
  readonly header?: Readonly<Record<string, string>>;
}

/** What API Gateway makes of a template, as Terraform's JSON has it. */
export function rendered(template: unknown, { body = '', ...maps }: TemplateInput): string {
  const source = String(template).replace(/([$%])\1\{/g, '$1{');
  const at = (jsonPath: string): unknown =>
    jsonPath
      .replace(/^\$\.?/, '')
      .split(/[.[\]]+/)
      .filter(Boolean)
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], JSON.parse(body));
  const map = (entries: Readonly<Record<string, string>> = {}) => ({ get: (name: string) => entries[name] ?? '' });
  const override: { status?: number } = {};
  const text = new Compile(parse(source), { customMethodHandlers: [javaReplaceAll] }).render({
    input: {
      body,
      path: at,
      json: (jsonPath: string) => JSON.stringify(at(jsonPath)),
      params: () => ({ header: map(maps.header), path: map(maps.path), querystring: map(maps.querystring) }),
    },
    context: { responseOverride: override },
    util: {
      escapeJavaScript: (value: unknown) => JSON.stringify(String(value)).slice(1, -1).replaceAll("'", "\\'"),
      urlEncode: (value: string) => encodeURIComponent(value).replaceAll('%20', '+'),
    },
  });
  return override.status === undefined ? text : `${override.status} ${text}`;
}

/** `String.replaceAll` of Java, which AWS calls, takes a regular expression; that of JavaScript takes a text. */
const javaReplaceAll = {
  uid: 'replaceAll',
  match: ({ property, context }: { readonly property: string; readonly context: unknown }) =>
    property === 'replaceAll' && typeof context === 'string',
  resolve: ({ context, params }: { readonly context: unknown; readonly params: readonly unknown[] }) =>
    String(context).replace(new RegExp(String(params[0]), 'g'), String(params[1])),
};
