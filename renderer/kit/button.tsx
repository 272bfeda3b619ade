import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps, ReactNode, Ref } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import styles from './button.module.css';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'ref'> {
  /** 'primary' is ink and there is one on a screen; 'secondary' has a frame; 'quiet' is words alone. */
  variant?: 'primary' | 'secondary' | 'quiet';
  icon?: IconName;
  /** The key that does the same. */
  kbd?: string;
  /** Without words, an `aria-label` must name the button. */
  children?: ReactNode;
  /** Pressed, for a button that switches something. */
  pressed?: boolean;
  ref?: Ref<HTMLButtonElement>;
  /** Keeps the focus while disabled: for a button that is so only for a moment. */
  focusableWhenDisabled?: boolean;
}

/** A button 32 px high, with a drawing before and a key after its word. */
export function Button({
  variant = 'secondary',
  icon,
  kbd,
  pressed,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const bare = children == null || children === '';
  const names = [styles.button, styles[variant], bare ? styles.bare : '', className]
    .filter(Boolean)
    .join(' ');
  return (
    <BaseButton {...rest} type={type} className={names} aria-pressed={pressed}>
      {icon && <Icon name={icon} />}
      {!bare && <span>{children}</span>}
      {kbd && <Kbd>{kbd}</Kbd>}
    </BaseButton>
  );
}
