import { toErrorData, type ErrorData } from '../../main/contract/errors.ts';

/** What a request that failed says to a person: what happened, what is safe, what to do next. */
export const problemOf = (error: unknown): ErrorData => toErrorData(error);
