import { expect, it } from 'vitest';
import { wordsInHtml } from './words-in-html.ts';

it.each([
  ['<h1>Five <em>parts</em>, a<br/>course</h1><p>Two</p>', 'Five parts, a · course · Two'],
  ['<p>CS<!-- --> <!-- -->329S&nbsp;&amp;&#x27;more&#x27;</p>', "CS 329S &'more'"],
  [
    '<svg role="img" aria-label="A chain of &quot;links&quot;."><text>Pro<tspan>blem</tspan></text><text>Data</text></svg>',
    'A chain of "links". · Problem · Data',
  ],
  ['<div aria-label="Not a picture">shown</div>', 'shown'],
  [
    '<p>before</p><div data-rail=""><img src="a"/><span>Step 1<br/></span></div><p>after</p>',
    'before · after',
  ],
  ['<p>seen<span class="a said b">only <b>heard</b></span></p><style>p{}</style>', 'seen'],
  ['', ''],
])('%s', (html, words) => expect(wordsInHtml(html)).toBe(words));
