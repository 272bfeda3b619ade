/** What the program is called: in menus, in the dock, and as the title of its windows. */
export const productName = 'Lectern';

/** Its name for the system. On Windows it must be the package's own (`appId`), or its windows are not grouped under the pinned icon. */
export const appId = 'org.lectern.app';
