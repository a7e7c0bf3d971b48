/**
 * Text from a plan with everything that a reader would not see, or that would move or hide what stands around it, written
 * out: control characters (line breaks, terminal escapes), direction marks, invisible and unassigned characters,
 * lone surrogates.
 */
export const visible = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);

/** Far the most names: nothing to look for. */
const PLAIN = /^[\x20-\x7e]*$/;

/** U+FE0F only makes an emoji colourful. */
const UNSEEN =
  /(?!\uFE0F)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0\u034F\p{Variation_Selector}]/gu;
