import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** A page of docs whose commands and programs a test runs. */
export function docsPage(name: string) {
  const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");
  const blocks = (language: string) =>
    [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, block = ""]) => block);
  return {
    text,
    blocks,
    /** What the page's first program prints. */
    programOutput: async () => {
      const [program = ""] = blocks("ts");
      return (await run(process.execPath, ["--input-type=module", "--eval", program], { cwd: root })).stdout;
    },
    /** What a curl command of the page is answered by the mock at a URL. */
    answerOf: async (command: string, url: string): Promise<unknown> => {
      const local = `${command.trim().replaceAll("http://127.0.0.1:4010", url)} --silent --show-error --fail`;
      return JSON.parse((await run("bash", ["-c", local])).stdout);
    },
  };
}
