import { textSizes, type NumberLanguage, type Settings } from '../../../main/contract/learner.ts';
import { useHost, useHostState } from '../../host/use-host.ts';
import { formatFixed } from '../../kit/number/format.ts';
import { Segmented } from '../../kit/segmented.tsx';
import { Row } from './row.tsx';

const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast' },
] as const;
const motions = [
  { value: 'system', label: 'System' },
  { value: 'reduced', label: 'Reduced' },
] as const;
const sizes = textSizes.map((size) => ({ value: String(size), label: `${size} %` }));
const languages: { value: NumberLanguage; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'German' },
  { value: 'fr', label: 'French' },
  { value: 'ch', label: 'Swiss' },
  { value: 'system', label: 'System' },
];

const keyChoices = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const;

/** Theme, text, motion, numbers, single-letter keys. */
export function LookRows() {
  const host = useHost();
  const settings = useHostState((state) => state.settings);
  const change = (part: Partial<Omit<Settings, 'version'>>) =>
    void host.call('settings.set', part).catch(host.report);
  return (
    <>
      <Row name="Theme">
        <Segmented
          label="Theme"
          value={settings.theme}
          options={themes}
          onChange={(theme) => change({ theme })}
        />
      </Row>
      <Row
        name="Text"
        about="Of labs, notebook, reading view and panels. Slides fill the window by themselves."
      >
        <Segmented
          label="Text size"
          value={String(settings.textSize)}
          options={sizes}
          onChange={(size) => change({ textSize: Number(size) as Settings['textSize'] })}
        />
      </Row>
      <Row name="Motion">
        <Segmented
          label="Motion"
          value={settings.motion}
          options={motions}
          onChange={(motion) => change({ motion })}
        />
      </Row>
      <Row
        name="Letter keys"
        about={
          'B blanks the screen, L opens the lab, and so on. Off, for who speaks to the ' +
          'computer: arrows, page keys and Ctrl K still work.'
        }
      >
        <Segmented
          label="Single-letter keys"
          value={settings.letterKeys ? 'on' : 'off'}
          options={keyChoices}
          onChange={(choice) => change({ letterKeys: choice === 'on' })}
        />
      </Row>
      <Row
        name="Numbers"
        about={
          <>
            Written and read like <span className="num">{formatFixed(1234.5)}</span>. The lecture’s
            own words and the files you save keep theirs.
          </>
        }
      >
        <Segmented
          label="Language of numbers"
          value={settings.numbers}
          options={languages}
          onChange={(numbers) => change({ numbers })}
        />
      </Row>
    </>
  );
}
