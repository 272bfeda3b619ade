import { expect, it } from 'vitest';
import { fileWords } from './file-words.ts';

it.each([
  ['José Pérez', 'jose-perez'],
  ['Ana Gómez-Pérez', 'ana-gomez-perez'],
  ['Łukasz Größe', 'lukasz-grosse'],
  ['Søren Æbelø', 'soren-aebelo'],
  ['Nguyễn Văn Đức', 'nguyen-van-duc'],
  ['Əliyev İlqar', 'eliyev-ilqar'],
  ['Ｆｕｌｌ ｗｉｄｅ', 'full-wide'],
  ['C:\\x\u0000.exe', 'c-x-exe'],
  ['../../etc/passwd', 'etc-passwd'],
  ['CON', 'con_'],
  ['', ''],
  ['…/\\:*?"<>|', ''],
])('%s is %s in a file’s name', (text, name) => expect(fileWords(text)).toBe(name));

it.each([
  ['\u200fדנה כהן\u200e', 'דנה-כהן'],
  ['李雷', '李雷'],
  ['Νίκος Παππάς', 'νίκος-παππάς'],
  ['Иван Чайкин', 'иван-чайкин'],
  ['김철수', '김철수'],
  ['मरियम', 'मरियम'],
  ['مريم/حداد', 'مريم-حداد'],
  ['李 Li', '李-li'],
])('letters of other scripts stay: %s is %s', (text, name) => {
  expect(fileWords(text)).toBe(name.normalize('NFC'));
  expect(fileWords(text.normalize('NFD'))).toBe(name.normalize('NFC'));
});

it('is as long as it may be, and ends in no dash and no half sign', () => {
  expect(fileWords('one two three', 8)).toBe('one-two');
  expect(fileWords('a𠮷𠮷', 4)).toBe('a𠮷');
  expect(Buffer.byteLength(fileWords('李'.repeat(300)))).toBe(180);
});
