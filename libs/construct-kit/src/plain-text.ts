/**
 * A text for people as Terraform must write it to leave it as it is: it would fill in what stands in `${` and `%{`, such as
 * `a{0%{opacity:0}}` of CSS. References, which cdktf writes as `${TfToken[...]}`, stay, also behind a `$`, as in a price.
 */
export const plainText = (text: string): string =>
  text.replace(/(\$+)(?=\$\{TfToken\[)|\$\{(?!TfToken\[)|%\{/g, (found, dollars?: string) =>
    dollars === undefined ? found[0] + found : `\${"${dollars}"}`,
  );
