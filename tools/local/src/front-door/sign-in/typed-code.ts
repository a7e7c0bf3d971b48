/** The code of a form; apps and messages show it in groups, and people copy the spaces. */
export const typedCode = ({ code = '' }: Readonly<Record<string, string>>): string => code.replaceAll(/\s/g, '');
