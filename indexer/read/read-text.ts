import { UnreadableSourceError } from '../../src/errors.ts';
import type { Issue } from '../../src/model/issue.ts';
import { type Decoded, decode } from './decode.ts';
import { pagesOf } from './pages.ts';
import type { SourceReader } from './reader.ts';

/** Places of lost bytes that are named one by one; beyond it only their number is. */
const NAMED_LOSSES = 100;

/** Plain text files: the canonical text is the decoded file, untouched; its pages end at form feeds. */
export const textReader: SourceReader = {
  name: 'text/2',
  formats: ['text'],
  async read(bytes) {
    const decoded = decode(bytes);
    if (decoded === null) throw new UnreadableSourceError('binary', '内容不是文本：按 UTF-8、UTF-16、GB18030 都无法解码。');
    if (!/\S/.test(decoded.text.replace(/^\ufeff/, ''))) throw new UnreadableSourceError('empty', '文件中没有文字，只有空白。');
    const text = { text: decoded.text, pages: pagesOf(decoded.text) };
    return { text, textOrigin: 'native', encoding: decoded.encoding, issues: lossIssues(decoded) };
  },
};

function lossIssues({ losses, encoding }: Decoded): Issue[] {
  const named = losses
    .slice(0, NAMED_LOSSES)
    .map((at) => ({ kind: 'undecodable-bytes', message: `此处有字节无法按 ${encoding} 解码，原字已失。`, at }));
  const rest = losses.length - named.length;
  return rest > 0 ? [...named, { kind: 'undecodable-bytes', message: `另有 ${rest} 处字节无法按 ${encoding} 解码。`, at: null }] : named;
}
