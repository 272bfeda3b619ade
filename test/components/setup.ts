import { beforeEach } from 'vitest';
import { cleanup } from 'vitest-browser-react/pure';
import '../../renderer/styles/fonts.css';
import '../../renderer/styles/tokens.css';
import '../../renderer/styles/base.css';

// All files share one page. What failed is left on it until the next test, to be looked at.
beforeEach(() => cleanup());
