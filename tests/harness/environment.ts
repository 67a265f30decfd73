/** Where scripts/test.ts leaves the addresses of the servers that it started, as JSON. */
export const TEST_SERVICES = "TALENT_TEST_SERVICES";
