/**
 * A text for people as Terraform must write it to leave it as it is: it would fill in what stands in `${` and `%{`, such as
 * `a{0%{opacity:0}}` of CSS. References, which cdktf writes as `${TfToken[...]}`, stay.
 */
export const plainText = (text: string): string => text.replace(/\$\{(?!TfToken\[)|%\{/g, (found) => found[0] + found);
