import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { world } from '../fixtures/lecture-of.ts';
import { loadFolder } from './load-folder.ts';
import { OpenLecture } from './open-lecture.ts';
import { cleanSvg } from './svg.ts';

let top: string;
let folder: string;
const png = Buffer.from('89504e470d0a1a0a00', 'hex');
beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'lectern-folder-'));
  folder = join(top, 'lecture');
  await mkdir(folder);
});
afterEach(() => rm(top, { recursive: true, force: true }));
const put = (name: string, body: string | Buffer) => writeFile(join(folder, name), body);

describe('a folder', () => {
  it('is read whatever its editor wrote', async () => {
    await put('a.md', '\ufeff# A\r\n\r\nx\r\n');
    await put('b.md', Buffer.from('\ufeff# B\n', 'utf16le'));
    await put('c.md', Buffer.from([0xff, 0x00, 0x41]));
    const { texts, refused } = await loadFolder(folder);
    expect([...texts]).toEqual([
      ['a.md', '# A\n\nx\n'],
      ['b.md', '# B\n'],
    ]);
    expect(refused.get('c.md')).toContain('UTF-8');
  });

  it('gives nothing from outside: not by a file link, a folder link or a folder in one', async () => {
    await writeFile(join(top, 'secret.md'), 'secret');
    await mkdir(join(top, 'away'));
    await writeFile(join(top, 'away/secret.md'), 'secret');
    await symlink(join(top, 'secret.md'), join(folder, 'link.md'));
    await symlink(join(top, 'away'), join(folder, 'away'));
    await symlink('/dev/zero', join(folder, 'endless.md'));
    await put('in.md', 'in');
    await symlink(join(folder, 'in.md'), join(folder, 'inner.md'));
    const { texts, refused } = await loadFolder(folder);
    expect([...texts.keys()]).toEqual(['in.md', 'inner.md']);
    expect([...refused.keys()].sort()).toEqual(['endless.md', 'link.md']);
  });

  it('refuses what is too large or is not what its name says, without reading it', async () => {
    await put('huge.png', png);
    await truncate(join(folder, 'huge.png'), 50 * 1024 * 1024);
    await put('page.png', '<html>');
    await put('good.png', png);
    await put('.hidden.png', png);
    const { pictures, refused } = await loadFolder(folder);
    expect([...pictures.keys()]).toEqual(['good.png']);
    expect(refused.get('huge.png')).toBe('is larger than 10 MB');
    expect(refused.get('page.png')).toContain('no picture');
  });
});

describe('an open lecture', () => {
  it('serves the pictures it has found, and nothing else', async () => {
    await put('good.png', png);
    await put('secret.md', 'x');
    await put(
      'a b.svg',
      '<svg onload="x()"><script>x()</script><rect width="1" height="2"/></svg>',
    );
    const lecture = new OpenLecture(folder, world);
    await lecture.read();
    const { pictures } = await loadFolder(folder);
    const at = (name: string, path = encodeURIComponent(name)) =>
      lecture.picture(`/lecture-files/${pictures.get(name)?.hash ?? '0'.repeat(16)}/${path}`);
    expect((await at('good.png'))?.type).toBe('image/png');
    expect((await at('a b.svg'))?.body.toString()).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="2"></rect></svg>',
    );
    for (const path of [
      '../lecture/good.png',
      '%2e%2e/lecture/good.png',
      './good.png',
      'good.png%00',
      '/good.png',
      'secret.md',
      '..%5cgood.png',
      '%252e%252e/good.png',
    ])
      expect(await at('good.png', path), path).toBeNull();
    // It becomes a link out of the folder after it was found.
    await rm(join(folder, 'good.png'));
    await writeFile(join(top, 'out.png'), png);
    await symlink(join(top, 'out.png'), join(folder, 'good.png'));
    expect(await at('good.png')).toBeNull();
  });

  it('is another one only where something changed, and stays as it was where the folder is gone', async () => {
    await put('slides.md', '# A\n\nx');
    const lecture = new OpenLecture(folder, world);
    expect(await lecture.read()).toBe(true);
    expect(await lecture.read()).toBe(false);
    await put('slides.md', '# A\n\ny');
    expect(await lecture.read()).toBe(true);
    expect(lecture.outline.revision).toBe(2);
    expect(lecture.slides(['a'])[0]!.shown).toBe('y');
    await rm(folder, { recursive: true });
    await expect(lecture.read()).rejects.toThrow('ENOENT');
    expect(lecture.outline.revision).toBe(2);
  });
});

describe('a drawing', () => {
  it.each([
    [
      '<svg><script>x()</script><g/></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><g></g></svg>',
    ],
    ['<svg><a href="https://x.y"><g/></a></svg>', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    [
      '<svg><rect fill="url(https://x.y/z)" width="1"/></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1"></rect></svg>',
    ],
    [
      '<svg><rect fill="url(#a)" style="fill:url(https://x)"/></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(#a)"></rect></svg>',
    ],
    [
      '<svg><use xlink:href="https://x.y/z#a"/><use href="#a"/></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><use></use><use href="#a"></use></svg>',
    ],
    [
      '<svg><foreignObject><div>x</div></foreignObject><image href="https://x"/></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    ],
    [
      '<!DOCTYPE svg [<!ENTITY a "x">]><svg><text>&a;&lt;b&gt;</text></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><text>&amp;a;&lt;b&gt;</text></svg>',
    ],
    [
      '<svg><style>@import "https://x"</style><animate attributeName="href"/></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    ],
    [
      // As matplotlib writes it: all colours stand in styles.
      '<svg><path fill="red" style="fill: none; stroke: #1f77b4 !important; stroke-width: 1.5"/></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><path fill="none" stroke="#1f77b4" stroke-width="1.5"></path></svg>',
    ],
    [
      '<svg><g style="width:1;background:red;fill:&quot;&gt;;stroke:\\75rl(x);clip-path:url(#c);behavior:x"/></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><g fill="&quot;&gt;" clip-path="url(#c)"></g></svg>',
    ],
  ])('%s', (given, clean) => expect(cleanSvg(given)).toBe(clean));

  it('is none where there is no svg', () => expect(cleanSvg('<html><p>x</p></html>')).toBeNull());
});
