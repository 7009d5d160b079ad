/** What a reader of the DOM finds: the characters of every element that carries an offset, put at that offset. */
export function sourceOnPage(body: string): { readonly start: number; readonly text: string }[] {
  const found: { start: number; text: string }[] = [];
  for (const piece of body.split('data-start="').slice(1)) {
    const start = Number.parseInt(piece, 10);
    found.push({ start, text: withoutEscapes(textOf(piece.slice(piece.indexOf('>') + 1))) });
  }
  return found;
}

/** The text of the span whose inside begins here, up to its own end tag. */
function textOf(inside: string): string {
  let depth = 0;
  let text = '';
  for (const [, tag = '', chars = ''] of inside.matchAll(/(<[^>]*>)|([^<]+)/g)) {
    if (tag === '') text += chars;
    else if (tag.startsWith('</')) {
      if (depth === 0) return text;
      depth--;
    } else depth++;
  }
  return text;
}

const signs: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
export const withoutEscapes = (text: string): string => text.replace(/&(?:lt|gt|quot|#39|amp);/g, (sign) => signs[sign] ?? sign);

/** What stands in <mark>. */
export const marked = (body: string): string[] =>
  [...body.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map(([, inside = '']) => withoutEscapes(inside.replace(/<[^>]*>/g, '')));
