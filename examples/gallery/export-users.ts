import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** Roles for `export-users` and `import-users`, and a log of who used them. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const trusted = ['arn:aws:iam::111111111111:role/administrator'];

  const { keyArn } = users.addUserExport('export', { name: 'acme-export-users', trusted });
  users.addUserImport('import', { name: 'acme-import-users', trusted, keyArns: [keyArn] });
};
