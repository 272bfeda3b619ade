import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Host, HostState } from './host.ts';

const HostContext = createContext<Host | null>(null);
export const HostProvider = HostContext.Provider;

/** The window's host connection. Throws outside `HostProvider`: that is a defect. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('useHost outside HostProvider');
  return host;
}

/** Subscribes a component to a part of what the host said. */
export function useHostState<T>(select: (state: HostState) => T): T {
  return useStore(useHost().store, select);
}
