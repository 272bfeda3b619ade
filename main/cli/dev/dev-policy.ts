import { contentSecurityPolicy, securityHeaders } from '../../policy/csp.ts';

/**
 * The headers of the development server's answers. Its policy is the product's with one thing more: Vite writes a script and style
 * elements into the page, and may because each carries this start's own nonce. Nothing that ships is served with it.
 */
export function developmentHeaders(nonce: string): Record<string, string> {
  const policy = contentSecurityPolicy
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`);
  return { ...securityHeaders, 'Content-Security-Policy': policy };
}
