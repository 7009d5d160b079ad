/** What leaves no mark on paper and what the normal form drops (search.md): white space, control and format characters, and two blanks that Unicode calls letters. */
export const UNSEEN = /[\s\p{Cc}\p{Cf}\u2800\u3164]/u;
