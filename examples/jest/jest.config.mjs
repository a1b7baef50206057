// Run it with NODE_OPTIONS=--experimental-vm-modules: the package is ESM.
export default { testMatch: ["<rootDir>/*.test.mjs"] };
