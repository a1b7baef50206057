import { cruise } from "dependency-cruiser";
import config, { LAYERS } from "../.dependency-cruiser.mjs";
import { report } from "./report.mjs";
import { root, sourceFiles } from "./source-files.mjs";

// Who imports whom in src, held against the table of layers in .dependency-cruiser.mjs.
const files = sourceFiles();
const { modules, violations } = files.length === 0 ? { modules: [], violations: [] } : await cruiseSrc();
const dependencies = new Map(modules.map((module) => [module.source, module.dependencies]));
const [seen, unseen] = [
  files.filter((file) => dependencies.has(file)),
  files.filter((file) => !dependencies.has(file)),
];

report("Layers", { modules: seen.length, dependencies: seen.flatMap((file) => dependencies.get(file)).length }, [
  ...violations.map(inWords),
  ...unseen.map((file) => `${file}: dependency-cruiser did not see it.`),
  ...files.filter(withoutLayer).map((file) => `${file}: its folder has no row in LAYERS of .dependency-cruiser.mjs.`),
]);

async function cruiseSrc() {
  const { options, forbidden } = config;
  const { output } = await cruise(["src"], { ...options, baseDir: root, validate: true, ruleSet: { forbidden } });
  return { modules: output.modules, violations: output.summary.violations };
}

function inWords({ from, to, cycle, rule }) {
  const target = cycle ? cycle.map(({ name }) => name).join(" → ") : to;
  return `${from} → ${target}: ${rule.name}. ${config.forbidden.find(({ name }) => name === rule.name).comment}`;
}

function withoutLayer(file) {
  return !Object.keys(LAYERS).some(
    (layer) => file === `src/${layer}` || (layer.endsWith("/") && file.startsWith(`src/${layer}`)),
  );
}
