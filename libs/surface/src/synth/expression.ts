/** Terraform's expression language, as far as values are read from it. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'template'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'traversal'; readonly root: string; readonly path: Path }
  | { readonly kind: 'index'; readonly of: Expression; readonly path: Path }
  | { readonly kind: 'condition'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: 'operation'; readonly operator: string; readonly sides: readonly Expression[] }
  | For;

export type Path = readonly (string | Expression)[];

/** `[for k, v in items : value if test]`; with a key it makes an object. */
export interface For {
  readonly kind: 'for';
  readonly names: readonly string[];
  readonly items: Expression;
  readonly key?: Expression;
  readonly value: Expression;
  readonly test?: Expression;
}

/** `aws_x.y.id`, `data.a.b`, `var.c` anywhere in an expression that cannot be parsed, whole. */
export const traversalsIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/(?<![\w.-])[a-z]\w*(?:\.[A-Za-z_][\w-]*|\["[^"\]]*"\]|\[\d+\])+/g)].map(([match]) => match),
  ),
];
