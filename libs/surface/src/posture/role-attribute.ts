/** A custom attribute that reads as who someone is to an app: code trusts it to decide what a user may do. */
export const saysWhoMay = (attribute: string): boolean =>
  /^custom:.*(role|admin|group|permission|scope|tenant|plan|tier)/i.test(attribute);
