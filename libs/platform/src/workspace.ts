import { type IConstruct } from 'constructs';

const key = 'gatehouse:workspace';

/** What tells constructs where the workspace is. */
export const workspaceContext = (folder: string): Record<string, string> => ({ [key]: folder });

/** The top of the workspace, an absolute path. */
export const workspaceOf = ({ node }: IConstruct): string => node.getContext(key) as string;
