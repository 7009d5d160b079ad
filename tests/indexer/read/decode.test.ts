import { describe, expect, it } from 'vitest';
import { decode } from '../../../indexer/read/decode.ts';
import { inGb18030 } from '../../support/gb18030.ts';

const prose = '云川市财政局2024年度部门决算\n一、收入支出决算总体情况说明\n本年收入总计12,345.67万元，比上年增加89.10万元，增长7.2%。\n';
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();

describe('decode', () => {
  it.each([
    ['utf-8', utf8(prose), prose],
    ['utf-8', utf8(`\ufeff${prose}`), `\ufeff${prose}`],
    ['utf-16le', utf16le(`\ufeff${prose}`), `\ufeff${prose}`],
    ['utf-16be', utf16be(`\ufeff${prose}`), `\ufeff${prose}`],
    ['utf-16le', utf16le(prose), prose],
    ['utf-16be', utf16be(prose), prose],
    ['gb18030', inGb18030(prose), prose],
    ['utf-8', utf8('only ASCII, 12.5'), 'only ASCII, 12.5'],
    ['utf-16le', utf16le('财政拨款收入'), '财政拨款收入'],
  ] as const)('reads %s without changing a character', (encoding, bytes, text) => {
    expect(decode(bytes)).toEqual({ text, encoding, losses: [] });
  });

  it('keeps line ends, NUL and astral characters as they stand', () => {
    const text = '一\r\n二\n三\r四\u0000五𠮷';
    expect(decode(utf8(`${text}${prose}`))?.text).toBe(`${text}${prose}`);
  });

  it('reads GB18030 of four bytes', () => {
    expect(decode(Buffer.concat([inGb18030(prose), Buffer.from([0x95, 0x32, 0x82, 0x36])]))?.text).toBe(`${prose}𠀀`);
  });

  it('reads UTF-8 cut inside a character as UTF-8 and names the place', () => {
    const whole = utf8(prose.trim());
    for (const cut of [1, 2]) {
      const decoded = decode(utf8('云川市').subarray(0, 9 - cut));
      expect(decoded).toEqual({ text: '云川\ufffd', encoding: 'utf-8', losses: [{ start: 2, end: 3 }] });
    }
    const head = decode(whole.subarray(1));
    expect(head?.encoding).toBe('utf-8');
    expect(head?.text.endsWith(prose.trim().slice(1))).toBe(true);
  });

  it('reads GB18030 cut inside a character as GB18030 and names the place', () => {
    const bytes = inGb18030(prose.trim());
    const decoded = decode(bytes.subarray(0, bytes.length - 1));
    expect(decoded?.encoding).toBe('gb18030');
    expect(decoded?.losses).toHaveLength(1);
  });

  it('reads UTF-16 cut inside a unit, and a lone surrogate, as a loss', () => {
    expect(decode(utf16le(`\ufeff${prose}`).subarray(0, -1))?.losses).toHaveLength(1);
    expect(decode(utf16le(`\ufeff${prose}\ud800`))?.losses).toEqual([{ start: prose.length + 1, end: prose.length + 2 }]);
  });

  it('never takes random bytes for text', () => {
    let state = 20_240_601;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    };
    for (let round = 0; round < 200; round++) expect(decode(Uint8Array.from({ length: 400 }, random))).toBeNull();
  });
});
