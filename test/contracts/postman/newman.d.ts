declare module "newman" {
  interface Assertion {
    readonly assertion: string;
    readonly error?: { readonly message: string };
  }
  interface Summary {
    readonly run: {
      readonly executions: readonly { readonly assertions?: readonly Assertion[] }[];
      readonly failures: readonly { readonly error: { readonly message: string } }[];
    };
  }
  interface Options {
    readonly collection: object;
    readonly envVar: readonly { readonly key: string; readonly value: string }[];
    readonly reporters: readonly string[];
  }
  const newman: {
    run(options: Options, done: (error: Error | null, summary: Summary) => void): void;
  };
  export default newman;
}
