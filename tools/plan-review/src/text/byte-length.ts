/** Of the text in UTF-8, which is never fewer than its UTF-16 units. */
export const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8');
