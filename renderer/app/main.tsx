import './zod-setup.ts';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { createRoot } from 'react-dom/client';
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import { connectHost } from '../host/connect.ts';
import { HostProvider } from '../host/use-host.ts';
import { createAddressStore, windowBar } from './address-store.ts';
import { App } from './app.tsx';
import { known } from './lecture.ts';
import { followAppearance } from './theme.ts';

const host = connectHost();
followAppearance(host.store);
const addresses = createAddressStore(known, windowBar());

createRoot(document.getElementById('root')!).render(
  <CSPProvider disableStyleElements>
    <HostProvider value={host}>
      <App addresses={addresses} />
    </HostProvider>
  </CSPProvider>,
);
