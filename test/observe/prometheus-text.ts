/** What a text in Prometheus' format says, by sample: the name with its labels in the order of the alphabet. */
export function samplesIn(text: string): Map<string, number> {
  const types = new Map<string, string>();
  const samples = new Map<string, number>();
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("# HELP ")) continue;
    const [, typed, type] = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line) ?? [];
    if (typed !== undefined && type !== undefined) {
      types.set(typed, type);
      continue;
    }
    const [, name, labels = "", value] = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`This is no line of Prometheus' text format: ${line}`);
    if (!types.has(name) && types.get(name.replace(/_(bucket|sum|count)$/, "")) !== "histogram") {
      throw new Error(`No TYPE stands before ${line}`);
    }
    const pairs = [...labels.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)",?/g)].map(([, label, text]) => `${label}=${text}`);
    const sample = pairs.length > 0 ? `${name} ${pairs.sort().join(" ")}` : name;
    if (samples.has(sample)) throw new Error(`Twice: ${line}`);
    samples.set(sample, Number(value));
  }
  return samples;
}
