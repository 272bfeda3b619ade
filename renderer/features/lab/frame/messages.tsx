import { useState } from 'react';
import { Button } from '../../../kit/button.tsx';
import { Icon } from '../../../kit/icon.tsx';
import styles from './messages.module.css';

/** What in the address was not understood, in one line until it is closed. */
export function Messages({ messages }: { messages: readonly string[] }) {
  const [closed, setClosed] = useState('');
  const all = messages.join(' ');
  return (
    <div role="status" className={all === '' || all === closed ? undefined : styles.messages}>
      {all !== '' && all !== closed && (
        <>
          <Icon name="info" />
          <p>{all}</p>
          <Button
            variant="quiet"
            icon="close"
            aria-label="Close the message"
            onClick={() => setClosed(all)}
          />
        </>
      )}
    </div>
  );
}
