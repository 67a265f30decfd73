/** Values that have no place in JSON, as negative indexes. */
export const UNDEFINED = -1;
export const NULL = -2;
export const NAN = -3;
export const INFINITE = -4;
export const MINUS_INFINITE = -5;
export const MINUS_ZERO = -6;
export const HOLE = -7;
