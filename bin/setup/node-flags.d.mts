export const nodeFlags: readonly string[];
export const leanFlags: readonly string[];
