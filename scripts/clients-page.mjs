import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../examples/clients/", import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, folder), "utf8"));

const code = (text) => `\`${text}\``;

/** How each client of the gallery was tried the last time, as rows of a table. */
export function clientRows() {
  const found = json("last-run.json");
  const rows = galleryClients().map(({ name, title, ways, runs }) => {
    const link = `[${title}](../examples/clients/${name})`;
    if (!found[name]) return [link, "not run here", "", "", "", ""];
    const { version, bodies, accept, proxy, trust } = found[name];
    return [link, version, waysIn(ways, proxy, trust), bodies.join(", "), accept.map(code).join(", "), shown(runs)];
  });
  return [["Client", "Version", "Comes by", "Bodies", "`Accept`", "Prints"], ...rows];
}

/** What users of these clients fall over, each seen in a run. */
export function clientTraps() {
  return galleryClients()
    .filter(({ traps }) => traps.length > 0)
    .map(({ title, traps }) => [`### ${title}`, ...traps.map(trap)].join("\n\n"))
    .join("\n\n");
}

const trap = ({ says, seen }) => `${says} Seen:\n\n\`\`\`text\n${seen}\n\`\`\``;

const galleryClients = () =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, ...json(`${name}/client.json`) }));

const waysIn = (ways, proxy, trust) =>
  ways.map((way) => (way === "proxy" ? byProxy(proxy, trust) : code("NODE_OPTIONS"))).join("; or ");

const byProxy = (proxy, trust) => {
  const names = trust.map(code).join(", ");
  if (trust.length === 0) return code(proxy);
  return `${code(proxy)} and ${trust.length > 1 ? "one of " : ""}${names}`;
};

const shown = ([{ prints }]) => prints.map((line) => code(shortened(line))).join("<br>");
const shortened = (line) => (line.length > 60 ? `${line.slice(0, 59)}…` : line);
