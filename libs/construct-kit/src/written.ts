import { DefaultTokenResolver, StringConcat, Tokenization } from 'cdktf';
import { type IConstruct } from 'constructs';

/** A text as Terraform reads it, with `${...}` for what is not known yet. Only while an app is validated or written. */
export const written = (scope: IConstruct, text: string): string =>
  Tokenization.resolve(text, {
    scope,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  }) as string;
