/**
 * The version of the rules in this folder. It is stored with every evaluation, so that a verdict
 * can be told from one that newer rules would give. Raise it whenever a verdict may change.
 */
export const ENGINE_VERSION = "1.2.0";
