export default { testMatch: ["<rootDir>/*.test.{mjs,cjs}"] };
