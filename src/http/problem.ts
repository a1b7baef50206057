import type { Response } from "express";

/** What the mock itself refuses is said as RFC 9457 problem details, so that nobody takes it for an answer of Zoom. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  /** What was wrong and what to do. */
  readonly detail: string;
  readonly [extension: string]: unknown;
}

export function sendProblem(res: Response, problem: Problem): void {
  const { status, title, ...rest } = problem;
  const body = JSON.stringify({ type: "about:blank", title, status, ...rest });
  res.writeHead(status, {
    "content-type": "application/problem+json",
    "content-length": Buffer.byteLength(body),
    "x-zoom-mock": "refused",
  });
  res.end(body);
}
