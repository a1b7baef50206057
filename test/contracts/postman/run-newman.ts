import newman from "newman";

/** What newman found. */
export interface NewmanRun {
  readonly requests: number;
  /** How many `pm.test` were executed. */
  readonly assertions: number;
  readonly failures: readonly string[];
}

/** Runs a collection against a server; `url` is without `/v2`. */
export function runNewman(collection: object, url: string): Promise<NewmanRun> {
  return new Promise((resolve, reject) => {
    const envVar = [
      { key: "baseUrl", value: `${url}/v2` },
      { key: "oauthUrl", value: url },
    ];
    newman.run({ collection, envVar, reporters: [] }, (error, summary) => {
      if (error) return reject(error);
      const { executions, failures } = summary.run;
      resolve({
        requests: executions.length,
        assertions: executions.flatMap(({ assertions = [] }) => assertions).length,
        failures: failures.map(({ error: { message } }) => message),
      });
    });
  });
}
