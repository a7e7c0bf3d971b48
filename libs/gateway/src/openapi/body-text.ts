import { type IResolveContext, Lazy } from 'cdktf';
import { type Members } from './document';

const token = /\$\{TfToken\[[\w:.-]+\]\}/g;

/**
 * A document as text that is made at synthesis, so that what is added later counts.
 *
 * cdktf looks for tokens in what a token leads to, again and again from each place where it finds one: for the text of
 * a thousand routes that takes minutes. So the tokens are replaced here, in one pass, and the text is handed over as the last step.
 */
export function lateText(document: () => Members): string {
  return Lazy.stringValue({
    produce(context) {
      const text = JSON.stringify(document());
      // The first time cdktf only wants to see which values of other stacks are used.
      if (context.preparing) return [...new Set(text.match(token))].join('');
      context.registerPostProcessor({ postProcess: () => withoutTokens(text, context) });
      return '';
    },
  });
}

/** A document as Terraform gets it. */
export function bodyText(document: Members, context: IResolveContext): string {
  return withoutTokens(JSON.stringify(document), context);
}

function withoutTokens(text: string, context: IResolveContext): string {
  const resolved = new Map<string, string>();
  return text.replace(token, (found) => {
    const known = resolved.get(found) ?? String(context.resolve(found));
    resolved.set(found, known);
    return known;
  });
}
