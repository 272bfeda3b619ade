/** Below this many people a group's rates are mostly chance. */
export const smallGroup = 30;
