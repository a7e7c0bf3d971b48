import { type IConstruct } from 'constructs';

const key = 'gatehouse:account';

/** Tells the constructs in a stack which AWS account it is deployed to. Called before the stack has children. */
export const setAccount = ({ node }: IConstruct, account: string): void => node.setContext(key, account);

/** The AWS account that a construct is deployed to, 12 digits; undefined in a stack that does not say. */
export const accountOf = ({ node }: IConstruct): string | undefined => node.tryGetContext(key) as string | undefined;
