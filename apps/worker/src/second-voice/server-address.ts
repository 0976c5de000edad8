import { BlockList, isIP } from 'node:net';

/** Addresses that do not leave the city's network: loopback, private and link-local ones. */
const INSIDE = new BlockList();
INSIDE.addSubnet('127.0.0.0', 8, 'ipv4');
INSIDE.addSubnet('10.0.0.0', 8, 'ipv4');
INSIDE.addSubnet('172.16.0.0', 12, 'ipv4');
INSIDE.addSubnet('192.168.0.0', 16, 'ipv4');
INSIDE.addSubnet('169.254.0.0', 16, 'ipv4');
INSIDE.addAddress('::1', 'ipv6');
INSIDE.addSubnet('fc00::', 7, 'ipv6');
INSIDE.addSubnet('fe80::', 10, 'ipv6');

/** Names that the internet's own name service does not know (RFC 6762; .internal is reserved for private use). */
const INSIDE_NAME = /^[a-z0-9-]+$|\.(local|internal)$/;

/**
 * The address questions are posted to, from the base address that the city has set.
 * @throws Error with a reason that never quotes the value: it may hold a password.
 */
export function chatAddress(base: string, allowPublic: boolean): URL {
  if (!URL.canParse(base)) throw new Error('must be an address such as http://10.0.0.5:8000/v1');
  const url = new URL(base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error('must begin with http:// or https://');
  if (url.username !== '' || url.password !== '') throw new Error('must hold no password; use KOTAE_SECOND_VOICE_KEY');
  if (url.search !== '' || url.hash !== '') throw new Error('must end before any ? or #');
  if (!allowPublic && !isInside(url.hostname))
    throw new Error(
      'must name a server inside the city’s network (a private address, a name without dots, or .local, .internal)',
    );
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
  return url;
}

function isInside(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const family = isIP(host);
  if (family === 0) return INSIDE_NAME.test(host);
  // An IPv4 address in IPv6 dress is judged by what it is; BlockList does so itself.
  return INSIDE.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
