import { expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../policy/csp.ts';
import { developmentHeaders } from './dev-policy.ts';

it('allows what bears the nonce, and otherwise what the product allows', () => {
  const policy = developmentHeaders('abc')['Content-Security-Policy']!;
  expect(policy).toContain("script-src 'self' 'nonce-abc';");
  expect(policy).toContain("style-src 'self' 'nonce-abc';");
  expect(policy).not.toContain('unsafe');
  expect(policy.replaceAll(" 'nonce-abc'", '')).toBe(contentSecurityPolicy);
});
