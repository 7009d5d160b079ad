import { describe, expect, it } from 'vitest';
import { sniff } from '../../../indexer/read/sniff.ts';

const of = (text: string) => Buffer.from(text, 'latin1');

describe('sniff', () => {
  it.each([
    ['empty', of('')],
    ['pdf', of('%PDF-1.7\n')],
    ['pdf', of('\r\n%PDF-1.4\n')],
    ['html', of('<!DOCTYPE html>\n<html>')],
    ['html', Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- saved from 云川 -->\n<HTML lang="zh">')],
    ['html', Buffer.from('<!doctype html><html>', 'utf16le')],
    ['mhtml', of('From: <Saved>\r\nMIME-Version: 1.0\r\n')],
    ['docx', of('PK\u0003\u0004....[Content_Types].xml....word/document.xml')],
    ['xlsx', of('PK\u0003\u0004....xl/workbook.xml')],
    ['zip', of('PK\u0003\u0004....photo.jpg')],
    ['office-97', of('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1....')],
    ['image', of('\u0089PNG\r\n\u001a\n')],
    ['image', of('\u00ff\u00d8\u00ff\u00e0')],
    ['text', Buffer.from('云川市财政局2024年度部门决算')],
    ['text', Buffer.from('目录\n<p>一、部门概况</p>\n<3次')],
  ] as const)('says %s by content', (format, bytes) => {
    expect(sniff(bytes)).toBe(format);
  });
});
