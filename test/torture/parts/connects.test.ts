import { expect, test } from 'vitest';
import { isBrowsersProbe, leaving } from './connects.ts';

test('tells what leaves the computer from what stays', () => {
  const trace = [
    '101<node> connect(21, {sa_family=AF_INET, sin_port=htons(40123), ' +
      'sin_addr=inet_addr("127.0.0.1")}, 16) = -1 EINPROGRESS (Operation now in progress)',
    '101<node> connect(3, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT (No such file or directory)',
    '102<node> connect(22, {sa_family=AF_INET6, sin6_port=htons(443), ' +
      'sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, ' +
      '28) = 0',
    '103<Chrome_ChildIOT> connect(23, {sa_family=AF_INET6, sin6_port=htons(53), ' +
      'sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr), ' +
      'sin6_scope_id=0}, 28) = -1 ENETUNREACH (Network is unreachable)',
    '104<node> connect(24, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("93.184.216.34")}, 16 <unfinished ...>',
    '105 connect(24, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("127.0.0.53")}, 16) = 0',
    '104<node> <... connect resumed>) = -1 ENETUNREACH (Network is unreachable)',
    '+++ exited with 0 +++',
  ].join('\n');
  expect(leaving(trace)).toEqual([
    { by: 'Chrome_ChildIOT', to: '2001:4860:4860::8888 port 53' },
    { by: 'node', to: '93.184.216.34 port 443' },
    { by: 'unknown', to: '127.0.0.53 port 53' },
  ]);
});

test('the browser’s own probe is nobody else’s', () => {
  expect(isBrowsersProbe({ by: 'Chrome_ChildIOT', to: '2001:4860:4860::8888 port 443' })).toBe(
    true,
  );
  expect(isBrowsersProbe({ by: 'node', to: '2001:4860:4860::8888 port 443' })).toBe(false);
  expect(isBrowsersProbe({ by: 'Chrome_ChildIOT', to: '2001:4860:4860::8844 port 443' })).toBe(
    false,
  );
});
