/** The text as the beginning of a sentence; an ARN keeps its case. */
export const sentence = (text: string): string =>
  text.startsWith('arn:') ? text : text.replace(/^./, (first) => first.toUpperCase());
