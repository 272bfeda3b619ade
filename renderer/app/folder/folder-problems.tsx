import { useStore } from 'zustand';
import { folderProblems } from './problems-store.ts';
import styles from './folder-problems.module.css';

/** What is wrong with the lecture's folder, in a corner: how many things, and each with its file, line and mend when it is opened. */
export function FolderProblems({ slide }: { slide: string }) {
  const list = useStore(folderProblems, (state) => state.list);
  if (list.length === 0) return null;
  const here = list.filter((one) => one.slide === slide).length;
  const words = list.length === 1 ? '1 thing to mend' : `${list.length} things to mend`;
  return (
    <details className={`${styles.problems} grows`} data-print="hide">
      <summary>
        {words}
        {here > 0 && `, ${here} on this slide`}
      </summary>
      <ul>
        {list.map((one, index) => (
          <li key={index}>
            <p className={styles.place}>
              {one.file}
              {one.line > 0 && `, line ${one.line}`}
            </p>
            <p>
              {one.what} {one.fix}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
