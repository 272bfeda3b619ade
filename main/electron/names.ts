/** The two IPC channels there are: JSON-RPC text both ways, and the news that the host is gone. */
export const messageName = 'lectern:message';
export const closeName = 'lectern:close';
