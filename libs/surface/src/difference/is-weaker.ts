/** Whether a setting moves down in an order with the weakest first; what is unknown is in no order. */
export const isWeaker = (order: readonly unknown[], before: unknown, after: unknown): boolean =>
  order.includes(after) && order.indexOf(after) < order.indexOf(before);
