const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const dropped =
  // eslint-disable-next-line no-control-regex -- they are what is dropped
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text as it may stand between tags and inside quoted attributes. Control characters and those that turn the writing direction are
 * dropped: names, answers and column names are anybody's text.
 */
export function escapeHtml(text: string): string {
  return text.replace(dropped, '').replace(/[&<>"']/g, (sign) => entities[sign]!);
}
