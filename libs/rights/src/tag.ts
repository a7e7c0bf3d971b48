/** One of the default tags: the name of the environment that a resource belongs to. */
export const tag = 'Environment';
