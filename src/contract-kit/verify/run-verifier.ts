import { fork } from "node:child_process";
import { packageFile } from "../../fixtures/package-file.js";

// The same path from src and from dist: the program runs as JavaScript only.
const WORKER = packageFile("dist/cli/verify-worker.js");

/** What the worker sends back; see src/cli/verify-worker.ts. */
type WorkerAnswer = { readonly report: string } | { readonly failure: string };

/**
 * Runs Pact's verifier in a process of its own: it prints from native code, past everything that could catch it here.
 *
 * @param options the options of Pact's `Verifier`.
 * @returns its report, a JSON text.
 * @throws Error when there is no report, or results could not be published.
 */
export function runVerifier(
  options: Readonly<Record<string, unknown>>,
  onOutput: (text: string) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = fork(WORKER, { silent: true, execArgv: [] });
    let answer: WorkerAnswer | undefined;
    let printed = "";
    for (const output of [child.stdout, child.stderr]) {
      output?.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        onOutput(text);
      });
    }
    child.on("message", (message) => {
      answer = message as WorkerAnswer;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      // Pact's verifier logs this and goes on; whoever asks the broker later would find nothing, or old results.
      const [, unpublished] = /Publishing of verification results failed with an error: (.*)/.exec(printed) ?? [];
      if (unpublished !== undefined) reject(new Error(`Failed to publish the results: ${unpublished}`));
      else if (answer && "report" in answer) resolve(answer.report);
      else if (answer) reject(new Error(`Failed to verify: ${answer.failure}`));
      else reject(new Error(`Failed to verify: Pact's verifier ended with ${code} and no report.\n${printed}`));
    });
    child.send(options);
  });
}
