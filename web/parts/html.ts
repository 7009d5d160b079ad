import { html as template } from 'hono/html';

/** Escaped markup. Only templates make it: whatever is put into one is escaped. */
export type Html = ReturnType<typeof template>;
export const html = template;
export const nothing: Html = template``;
