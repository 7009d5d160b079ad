/** Conditions of the server's filter language as data, made into a string in one place. */
export type Formula =
  | { readonly kind: 'true' }
  | { readonly kind: 'false' }
  /** The field has the value, or one of an array has it. */
  | { readonly kind: 'is'; readonly field: string; readonly value: string }
  | { readonly kind: 'range'; readonly field: string; readonly from: number; readonly to: number }
  /** A condition already written down, not to be taken apart. */
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Formula[] }
  | { readonly kind: 'not'; readonly part: Formula };

export const always: Formula = { kind: 'true' };
export const never: Formula = { kind: 'false' };
export const is = (field: string, value: string): Formula => ({ kind: 'is', field, value });
export const written = (text: string): Formula => ({ kind: 'written', text });

export function all(parts: readonly Formula[]): Formula {
  const flat = parts.flatMap((part) => (part.kind === 'and' ? part.parts : part.kind === 'true' ? [] : [part]));
  if (flat.some(({ kind }) => kind === 'false')) return never;
  const [only] = flat;
  if (only === undefined) return always;
  return flat.length === 1 ? only : { kind: 'and', parts: flat };
}

export function either(parts: readonly Formula[]): Formula {
  const flat = parts.flatMap((part) => (part.kind === 'or' ? part.parts : part.kind === 'false' ? [] : [part]));
  if (flat.some(({ kind }) => kind === 'true')) return always;
  const [only] = flat;
  if (only === undefined) return never;
  return flat.length === 1 ? only : { kind: 'or', parts: flat };
}

export function not(part: Formula): Formula {
  switch (part.kind) {
    case 'true':
      return never;
    case 'false':
      return always;
    case 'not':
      return part.part;
    default:
      return { kind: 'not', part };
  }
}

/** No document is stored before the first write. */
const nothing = 'born < 0';
const everything = 'born >= 0';

/** The only place where filter strings are made. JSON's quoting of strings is the server's. */
export function write(formula: Formula): string {
  switch (formula.kind) {
    case 'true':
      return everything;
    case 'false':
      return nothing;
    case 'is':
      return `${formula.field} = ${JSON.stringify(formula.value)}`;
    case 'range':
      return formula.from > formula.to ? nothing : `${formula.field} ${formula.from} TO ${formula.to}`;
    case 'written':
      return `(${formula.text})`;
    case 'not':
      return formula.part.kind === 'is' || formula.part.kind === 'range' ? `NOT ${write(formula.part)}` : `NOT (${write(formula.part)})`;
    case 'and':
      return joined(formula.parts.map(negative), 'NOT IN', ' AND ');
    case 'or':
      return joined(formula.parts.map(positive), 'IN', ' OR ');
  }
}

/** A part as it is joined: one of a list of values of a field, or any other. */
type Joined = { readonly field: string; readonly value: string } | { readonly text: string };

const other = (formula: Formula): Joined => ({
  text: formula.kind === 'and' || formula.kind === 'or' ? `(${write(formula)})` : write(formula),
});
const positive = (formula: Formula): Joined => (formula.kind === 'is' ? formula : other(formula));
const negative = (formula: Formula): Joined => (formula.kind === 'not' && formula.part.kind === 'is' ? formula.part : other(formula));

/** Many values of one field are one list: the server takes thousands of them, but not thousands of conditions. */
function joined(parts: readonly Joined[], operator: 'IN' | 'NOT IN', word: string): string {
  const lists = new Map<string, Set<string>>();
  const texts: string[] = [];
  for (const part of parts) {
    if ('text' in part) {
      texts.push(part.text);
      continue;
    }
    const values = lists.get(part.field) ?? new Set();
    lists.set(part.field, values.add(JSON.stringify(part.value)));
  }
  const listed = [...lists].map(([field, values]) => `${field} ${operator} [${[...values].join(',')}]`);
  return [...listed, ...new Set(texts)].join(word);
}
