import './zod-setup.ts';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { createRoot } from 'react-dom/client';
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/first-slide.css';
import { connectHost } from '../host/connect.ts';
import { HostProvider } from '../host/use-host.ts';
import { followClass } from '../features/classes/follow-class.ts';
import { followLecture } from '../features/present/follow.ts';
import { createPlaceStore, isLecturePlace, sharedPlace } from '../features/present/place.ts';
import { listenForPresenter } from '../features/present/presence.ts';
import { formatAddress } from '../model/address/address.ts';
import { createAddressStore, windowBar } from '../model/address/address-store.ts';
import { App } from './app.tsx';
import { endFirstSlide } from './first-slide/end-first-slide.ts';
import { currentLecture, known, onLecture } from './lecture.ts';
import { followAppearance } from './theme.ts';

/**
 * Opens this window. No `await` stands at the top of this file: a file that is fetched meanwhile may need what lies in the same
 * chunk as this one, and each would wait for the other.
 */
async function start(): Promise<void> {
  const host = connectHost();
  followAppearance(host.store);
  // The page says whether a folder is open: only then does its first slide wait for the host.
  const folder =
    document.documentElement.dataset['lecture'] === 'folder'
      ? (await import('./folder/follow-folder.ts')).followFolder(host)
      : null;
  await folder?.first;
  const addresses = createAddressStore(known, windowBar());
  const lecturePlace = createPlaceStore(
    host,
    known,
    (address) => void window.open(formatAddress(address)),
    () => addresses.getState().address.room === 'present',
  );
  const { presenting } = listenForPresenter(host, addresses);
  followClass(host, addresses, known, () => isLecturePlace(addresses.getState().address));
  followLecture(host, addresses, known, presenting);
  folder?.keepPlaces([addresses, lecturePlace]);

  createRoot(document.getElementById('root')!).render(
    <CSPProvider disableStyleElements>
      <HostProvider value={host}>
        <App addresses={addresses} lecturePlace={lecturePlace} presenting={presenting} />
      </HostProvider>
    </CSPProvider>,
  );
  // The first slide needs nothing of the room, which brings the judging of predictions along. It catches up when it comes.
  import('../features/room/follow-room.ts')
    .then(({ followRoom }) =>
      followRoom({
        host,
        known,
        slides: () => currentLecture().slides,
        onSlides: onLecture,
        placeOf: sharedPlace,
      }),
    )
    .catch(host.report);
  endFirstSlide(() => {
    const { empty, address } = addresses.getState();
    const first = currentLecture().slides[0]?.id;
    return empty || (address.room === 'slides' && address.slide === first && address.lab === null);
  });
}

void start();
