import { type BindingRoute } from '../integration';
import { checkPathValue } from '../path-value';
import { type MappedValue } from '../request-value';

/**
 * A mapping template that is made of fixed text and of parts of the request. What a caller sends is escaped for the place where it stands.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export class Template {
  private text = '';

  constructor(private readonly route: BindingRoute) {}

  /** Text of ours, in which the template language finds nothing of its own. */
  fixed(text: string): this {
    this.text += escaped(text);
    return this;
  }

  /** A text or a part of the request, as a JSON string. */
  json(value: MappedValue): this {
    if (typeof value === 'string') return this.fixed(JSON.stringify(value));
    // AWS escapes single quotes as JavaScript does, which JSON does not know.
    this.text += `"$!util.escapeJavaScript(${this.expression(value)}).replaceAll("\\\\'","'")"`;
    return this;
  }

  /** A text or a part of the request, as a value of a form. */
  form(value: MappedValue): this {
    this.text +=
      typeof value === 'string'
        ? `$util.urlEncode('${this.quoted(value)}')`
        : `$!util.urlEncode(${this.expression(value)})`;
    return this;
  }

  toString(): string {
    const needed = /\$\{(dollar|hash)\}/.test(this.text);
    return (needed ? "#set($dollar='$')#set($hash='#')" : '') + this.text;
  }

  /** A part of the request in the template language. */
  private expression(value: Exclude<MappedValue, string>): string {
    const { expression } = value;
    checkPathValue(this.route, value);
    const [, place = '', name] = /^\$(request\.\w+|context|stageVariables)(?:\.(.+))?$/.exec(expression) ?? [];
    const written = expressions[place]?.(name ?? '');
    this.route.check(
      written !== undefined && !/['"\\\s]/.test(name ?? ''),
      'a part of the request that templates can read',
      expression,
      'Make it by RequestValue: body, header, querystring, path with a name, context or stageVariable',
    );
    return written ?? '';
  }

  private quoted(text: string): string {
    const fix = 'Remove them, or write a template of your own with Integration.aws';
    this.route.check(
      !/['$#]/.test(text.replace(/\$\{TfToken\[[^\]]*\]\}/g, '')),
      "a text without ', $ and #",
      text,
      fix,
    );
    return text;
  }
}

/** Text in which a template finds no reference and no directive; tokens of cdktf stay. */
export function escaped(text: string): string {
  return text.replace(/\$(?!\{TfToken\[)|#/g, (sign) => (sign === '$' ? '${dollar}' : '${hash}'));
}

const expressions: Readonly<Record<string, (name: string) => string | undefined>> = {
  'request.body': (name) => (name === '' ? '$input.body' : `$input.path('$.${name}')`),
  'request.header': (name) => `$input.params().header.get('${name}')`,
  'request.querystring': (name) => `$input.params().querystring.get('${name}')`,
  'request.path': (name) => (name === '' ? undefined : `$input.params().path.get('${name}')`),
  context: (name) => `$context.${name}`,
  stageVariables: (name) => `$stageVariables.get('${name}')`,
};
