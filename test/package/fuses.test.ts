import { expect, it } from 'vitest';
import { fuseComplaints, fuseMark, fusesAsDelivered } from './fuses.ts';

const program = (states: string, version = 1) =>
  Buffer.concat([
    Buffer.from('before'),
    Buffer.from(fuseMark),
    Buffer.from([version, states.length]),
    Buffer.from(states),
    Buffer.from('after'),
  ]);

it('says nothing where every fuse stands as it must, whatever the two that are left alone', () => {
  expect(fuseComplaints(program('000011001'))).toEqual([]);
  expect(fuseComplaints(program('000011100'))).toEqual([]);
});

it('names each that does not, in every half of a universal program', () => {
  expect(fuseComplaints(program('100011001'))).toEqual(['runAsNode is on, it must be off']);
  expect(fuseComplaints(program('0000010r'))).toEqual([
    'embeddedAsarIntegrityValidation is off, it must be on',
    'grantFileProtocolExtraPrivileges is r, it must be off',
  ]);
  expect(fuseComplaints(program('0000'))).toHaveLength(3);
  expect(fuseComplaints(Buffer.concat([program('000011001'), program('000111001')]))).toEqual([
    'nodeCliInspect is on, it must be off',
  ]);
  expect(fuseComplaints(program('000011001', 2))).toEqual([
    'The fuses are of version 2; this knows version 1.',
  ]);
  expect(fuseComplaints(Buffer.from('no program'))).toEqual([
    'There are no fuses in it: this is not Electron’s program.',
  ]);
});

it('Electron as delivered would not do', () =>
  expect(fuseComplaints(fusesAsDelivered).length).toBeGreaterThan(5));
