import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The HTML that GitHub's Markdown makes of a text, before anything is taken out of it. */
export const htmlOf = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

/** What a browser makes of HTML. */
export const treeOf = (html: string): Node => parseFragment(html);

/** All elements below a node, in the order of the text. */
export function elementsOf(node: Node): Element[] {
  const children: Node[] = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => ('tagName' in child ? [child, ...elementsOf(child)] : elementsOf(child)));
}

export const named = (elements: readonly Element[], ...names: readonly string[]): Element[] =>
  elements.filter(({ tagName }) => names.includes(tagName));

export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Text outside of `code` and `pre`: where GitHub looks for mentions, references and links. */
export function looseText(node: Node): string {
  if ('tagName' in node && (node.tagName === 'code' || node.tagName === 'pre')) return ' ';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(looseText).join('') : '';
}

/** How often an opening and a closing tag stand in HTML; a parser would mend what does not fit. */
export function tagCounts(html: string, tag: string): readonly [number, number] {
  const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0;
  return [count(new RegExp(`<${tag}[ >]`, 'g')), count(new RegExp(`</${tag}>`, 'g'))];
}
