/** Where the service is reached. Every link of every page and answer is made by `url`, so that it works under a sub-path. */
export interface Site {
  /** The path in front of every route, without a slash at its end: '' or '/suzhang'. */
  readonly base: string;
  /** Scheme, host and port as the outside sees them, or null when nobody said. */
  readonly origin: string | null;
  /** A link within the service: `path` begins with a slash. */
  url(path: string): string;
  /** The same as an absolute address where the origin is known; `asked` is the origin of the request at hand. */
  permalink(path: string, asked: string): string;
}

/** `publicUrl` is an absolute http(s) address, with or without a path: https://example.org/suzhang/. */
export function describeSite(publicUrl: string | null): Site {
  const address = publicUrl === null ? null : new URL(publicUrl);
  const base = address === null ? '' : withoutEndSlashes(address.pathname);
  const origin = address === null ? null : address.origin;
  const url = (path: string): string => base + path;
  return { base, origin, url, permalink: (path, asked) => (origin ?? asked) + url(path) };
}

/** A proxy may hand over the whole path or the path less the base: both name the same route. */
export function withoutBase(base: string, path: string): string {
  if (base === '' || !(path === base || path.startsWith(`${base}/`))) return path;
  return path.slice(base.length) || '/';
}

function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}
