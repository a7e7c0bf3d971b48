/** @param attributes of the person, such as `email` */
export async function sendCode(attributes: Record<string, string>, _code: string): Promise<void> {
  throw new Error(`Write how the code reaches ${attributes.email}, such as by SES`);
}
