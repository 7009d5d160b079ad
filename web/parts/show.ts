const dateAndTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const digits = new Intl.NumberFormat('zh-CN');

/** 2026年3月9日 14:05, in China's time. `instant` is ISO 8601; what is not is shown as it stands. */
export function showTime(instant: string): string {
  const time = new Date(instant);
  return Number.isNaN(time.getTime()) ? instant : dateAndTime.format(time);
}

/** 12,345. For counts, never for money. */
export const showCount = (count: number): string => digits.format(count);

// 136086000 136086000.5
const PLAIN_DECIMAL = /^(-?)(\d+)((?:\.\d+)?)$/;
const THREE_DIGITS = /\B(?=(?:\d{3})+$)/g;

/** 136,086,000.50 from a plain decimal, without going through a number. */
export function groupDigits(decimal: string): string {
  const [, sign = '', whole = decimal, rest = ''] = PLAIN_DECIMAL.exec(decimal) ?? [];
  return `${sign}${whole.replace(THREE_DIGITS, ',')}${rest}`;
}

/** 136,086,000元 from a plain decimal in 元. */
export const showYuan = (yuan: string): string => `${groupDigits(yuan)}元`;

/** A size in bytes as people read it. */
export function showBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
