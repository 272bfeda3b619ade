import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** What stands there once something inside has failed. */
  fallback: ReactNode;
  children: ReactNode;
}

/** What fails inside, or can't be fetched, says so in its own place; all around it stays. */
export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
