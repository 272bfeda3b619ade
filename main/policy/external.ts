/**
 * The sites that slides and labs cite. A link to any other place is not opened: a lecture has no reason to go there.
 * A name covers itself and its `www.` form, nothing else.
 */
export const citedSites: readonly string[] = [
  'aclanthology.org',
  'akamai.com',
  'arxiv.org',
  'booking.ai',
  'cbsnews.com',
  'cloud.google.com',
  'cs329s.stanford.edu',
  'dl.acm.org',
  'doi.org',
  'eng.uber.com',
  'github.com',
  'huyenchip.com',
  'ieeexplore.ieee.org',
  'insights.stackoverflow.com',
  'mckinsey.com',
  'mejoin.org',
  'microsoft.com',
  'nber.org',
  'news.berkeley.edu',
  'nytimes.com',
  'openreview.net',
  'papers.nips.cc',
  'proceedings.mlr.press',
  'research.google',
  'stanford-cs329s.github.io',
  'survey.stackoverflow.co',
  'thinkwithgoogle.com',
  'threadreaderapp.com',
  'usenix.org',
  'web.stanford.edu',
];

/** Whether a link may be handed to the person's browser: https, a cited site, no password, the usual port. */
export function externalAllowed(address: string, sites: readonly string[] = citedSites): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
    return false;
  return sites.includes(url.hostname.replace(/^www\./, ''));
}
