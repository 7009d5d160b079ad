/** What the bytes are, whatever the name says. `text`: no mark of another format; whether it is text at all is for its reader to find out. */
export const sourceFormats = [
  'empty',
  'pdf',
  'html',
  'mhtml',
  'docx',
  'xlsx',
  'zip',
  'office-97',
  'rtf',
  'image',
  'binary',
  'text',
] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** Marks at the start of a file, as bytes. PDF readers accept a mark within the first 1,024 bytes (ISO 32000, implementation note). */
const marks: readonly { readonly format: SourceFormat; readonly bytes: readonly number[]; readonly within?: number }[] = [
  { format: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], within: 1024 },
  { format: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'office-97', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { format: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { format: 'image', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a] },
  { format: 'image', bytes: [0xff, 0xd8, 0xff] },
  { format: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'image', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { format: 'image', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { format: 'binary', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { format: 'binary', bytes: [0x1f, 0x8b] },
  { format: 'binary', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { format: 'binary', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
];

// <?xml version="1.0"?><!-- saved --> <!DOCTYPE html>
const HTML_START = /^(?:<\?xml[^>]{0,200}>|<!--[^>]{0,400}-->|\s){0,20}<(?:!doctype\s+html|html|head|body|meta)\b/i;
// MIME-Version: 1.0
const MHTML_START = /^(?:[a-z-]{1,40}:[^\r\n]{0,400}\r?\n){0,20}mime-version:/i;

/** Decides by content alone; the name is not asked. */
export function sniff(bytes: Uint8Array): SourceFormat {
  if (bytes.length === 0) return 'empty';
  for (const mark of marks)
    if (holdsMark(bytes, mark.bytes, mark.within ?? 0)) return mark.format === 'zip' ? officeFormat(bytes) : mark.format;
  const start = asciiOf(bytes);
  if (HTML_START.test(start)) return 'html';
  if (MHTML_START.test(start)) return 'mhtml';
  return 'text';
}

function holdsMark(bytes: Uint8Array, mark: readonly number[], within: number): boolean {
  const last = Math.min(within, bytes.length - mark.length);
  for (let at = 0; at <= last; at++) if (bytes[at] === mark[0] && mark.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** The parts of an office file are named in its directory, at the end of the zip. */
function officeFormat(bytes: Uint8Array): SourceFormat {
  const directory = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 65_536))).toString('latin1');
  const start = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1');
  const holds = (part: string) => directory.includes(part) || start.includes(part);
  if (holds('word/')) return 'docx';
  if (holds('xl/')) return 'xlsx';
  return 'zip';
}

/** The first characters with NUL and byte order marks left out, so that UTF-16 shows its markup too. */
function asciiOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 4096).filter((byte) => byte !== 0 && byte < 0x80)).toString('latin1');
}
