import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { report } from "./report.mjs";
import { root, sourceFiles } from "./source-files.mjs";

// Only the clock reads the machine's time, and only the command line and what is loaded before other programs touch the
// process; everything else is handed both. What counts is the code, not its comments and strings.
const CLOCK = "src/domain/clock.ts";
const OF_THE_PROCESS = /^src\/(cli\/|register\.ts$)/;
const { ImportDeclaration, ExportDeclaration, CallExpression } = ts.SyntaxKind;
const IMPORTS = new Set([ImportDeclaration, ExportDeclaration, CallExpression]);

const files = sourceFiles();
report("Time and process", { files: files.length }, files.flatMap(problemsOf));

function problemsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true);
  return nodesOf(source).flatMap((node) => {
    const problem = problemAt(node, file);
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    return problem ? [`${file}:${line} ${node.parent.getText().split("\n")[0]}: ${problem}`] : [];
  });
}

function problemAt(node, file) {
  if (file !== CLOCK && readsTime(node)) return `it reads the time. Only ${CLOCK} does; take the time from a clock.`;
  if (!OF_THE_PROCESS.test(file) && usesGlobal(node, "process")) {
    return "it touches the process. Only src/cli and src/register.ts do; let what you need be passed in.";
  }
  return undefined;
}

function readsTime(node) {
  if (usesGlobal(node, "Date")) return !isHarmlessDate(node);
  if (usesGlobal(node, "process")) return memberOf(node) === "hrtime";
  return usesGlobal(node, "performance") || isModule(node, "perf_hooks");
}

/** `new Date(moment)`, `Date.parse`, `Date.UTC` and `instanceof Date` tell nobody what time it is. */
function isHarmlessDate(node) {
  const { parent } = node;
  if (ts.isNewExpression(parent)) return parent.arguments?.length > 0;
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  return ["parse", "UTC"].includes(memberOf(node));
}

/** A use of a global or of Node's module of that name, as a value: `process`, `globalThis.process`, "node:process". */
function usesGlobal(node, name) {
  if (isModule(node, name)) return true;
  if (!ts.isIdentifier(node) || node.text !== name) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return parent.expression.getText() === "globalThis";
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  const isNameOnly = parent.name === node || parent.propertyName === node || ts.isTypeReferenceNode(parent);
  return !isNameOnly;
}

function isModule(node, name) {
  return ts.isStringLiteral(node) && IMPORTS.has(node.parent.kind) && [name, `node:${name}`].includes(node.text);
}

/** What is read of an expression: `now` of `Date.now()`. */
function memberOf({ parent }) {
  return ts.isPropertyAccessExpression(parent) ? parent.name.text : undefined;
}

function nodesOf(node) {
  const nodes = [node];
  ts.forEachChild(node, (child) => {
    nodes.push(...nodesOf(child));
  });
  return nodes;
}
