/** @param root of the workspace. @returns nothing where none runs; whether what answers there is still its own is not known */
export function notedEndpoint(root: string): string | undefined;
