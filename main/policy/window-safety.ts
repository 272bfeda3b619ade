/** The part of a window's options that decides what its page can reach. */
export interface PagePreferences {
  contextIsolation?: boolean;
  sandbox?: boolean;
  nodeIntegration?: boolean;
  nodeIntegrationInWorker?: boolean;
  nodeIntegrationInSubFrames?: boolean;
  webviewTag?: boolean;
  webSecurity?: boolean;
  allowRunningInsecureContent?: boolean;
  experimentalFeatures?: boolean;
}

const required: Readonly<Required<PagePreferences>> = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
};

/** The preferences every window must have. Said in full, so that a changed default of Electron's changes nothing here. */
export const safePreferences = (): Required<PagePreferences> => ({ ...required });

/** The names of the preferences that are missing or wrong; empty where a window may be opened. */
export function unsafePreferences(given: PagePreferences): string[] {
  return Object.entries(required)
    .filter(([name, value]) => given[name as keyof PagePreferences] !== value)
    .map(([name]) => name);
}
