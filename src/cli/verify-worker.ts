// A program of its own, started by src/contract-kit/verify/run-verifier.ts: Pact's verifier reports its use to Google
// unless the process's environment says otherwise, and prints from native code, so it gets a process that can be muted.

process.env["PACT_DO_NOT_TRACK"] = "true";
keepProxyForBroker();

type VerifierOptions = ConstructorParameters<typeof import("@pact-foundation/pact").Verifier>[0];

process.once("message", async (options) => {
  const answer = await verify(options as VerifierOptions);
  // Native threads may outlive the verification.
  process.send?.(answer, () => process.exit(0));
});

async function verify(options: VerifierOptions): Promise<{ report: string } | { failure: string }> {
  const pact = await import("@pact-foundation/pact").catch((error: Error) => error);
  if (pact instanceof Error) return { failure: whyNoPact(pact) };
  try {
    return { report: await new pact.Verifier(options).verifyProvider() };
  } catch (error) {
    // A broken contract is thrown, with the report as message.
    const { message } = error as Error;
    return message.startsWith("{") ? { report: message } : { failure: `${message}.` };
  }
}

const whyNoPact = (error: Error & { code?: string }): string =>
  error.code === "ERR_MODULE_NOT_FOUND"
    ? "@pact-foundation/pact is not installed. npm install --save-dev @pact-foundation/pact"
    : `@pact-foundation/pact cannot be loaded: ${error.message}`;

/**
 * A company's proxy cannot reach a mock on this machine. Pact's JavaScript sends requests for the mock to the proxy
 * that the variables in capitals name, whatever NO_PROXY says; its native code, which asks the broker, knows the small
 * ones too.
 */
function keepProxyForBroker(): void {
  for (const name of ["HTTPS_PROXY", "HTTP_PROXY"]) {
    const proxy = process.env[name];
    delete process.env[name];
    if (proxy !== undefined) process.env[name.toLowerCase()] ??= proxy;
  }
  const exempt = process.env["NO_PROXY"] ?? process.env["no_proxy"] ?? "";
  process.env["NO_PROXY"] = [exempt, "127.0.0.1", "localhost", "::1"].filter(Boolean).join(",");
}
