// Checks Kubernetes manifests against typed schemas, and that they have no field that the schemas do not know.
//
//   node validate.mjs manifests.yaml      a line for each finding, "N manifests" at the end; exit status 1 when there are findings
//
// The schemas are compiled functions that read each field they know, present or not, and loop over maps. So a manifest that notes what is read
// of it tells what is not: that is a field nobody knows.
import { readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';

const packages = { 'monitoring.coreos.com': '@kubernetes-models/prometheus-operator', 'gateway.networking.k8s.io': '@kubernetes-models/gateway-api' };
const packageOf = group => packages[group] ?? 'kubernetes-models';

// Kinds without a package of schemas: the keys of their spec. Tests assert their values.
const specs = {
  'autoscaling.k8s.io/v1 VerticalPodAutoscaler': ['targetRef', 'updatePolicy', 'resourcePolicy'],
  'grafana.integreatly.org/v1beta1 GrafanaDashboard': ['instanceSelector', 'allowCrossNamespaceImport', 'folder', 'resyncPeriod', 'json'],
  'operator.victoriametrics.com/v1beta1 VMServiceScrape': ['jobLabel', 'selector', 'endpoints'],
};

async function modelOf({ apiVersion, kind }) {
  const [version, group] = apiVersion.split('/').reverse();
  const path = [packageOf(group), group, version, kind].filter(Boolean).join('/');
  return (await import(path))[kind];
}

class Reading {
  #read = new Map();
  #wrapped = new Map();

  watch(value) {
    if (value === null || typeof value !== 'object') return value;
    if (!this.#wrapped.has(value)) {
      const read = new Set();
      this.#read.set(value, read);
      this.#wrapped.set(value, new Proxy(value, {
        get: (target, key) => {
          read.add(key);
          return this.watch(target[key]);
        },
      }));
    }
    return this.#wrapped.get(value);
  }

  *unread(value, path = '') {
    if (value === null || typeof value !== 'object') return;
    const read = this.#read.get(value);
    for (const [key, inner] of Object.entries(value)) {
      if (!read?.has(key)) yield `${path}/${key}`;
      else yield* this.unread(inner, `${path}/${key}`);
    }
  }
}

async function problemsOf(manifest) {
  const known = specs[`${manifest.apiVersion} ${manifest.kind}`];
  if (known) return Object.keys(manifest.spec).filter(key => !known.includes(key)).map(key => `unknown field /spec/${key}`);
  let model;
  try {
    model = await modelOf(manifest);
  } catch (e) {
    return [`no schema of ${manifest.apiVersion} ${manifest.kind} (${e.code ?? e.message})`];
  }
  const reading = new Reading();
  try {
    model.prototype.validate.call(reading.watch(manifest));
  } catch (e) {
    return [e.message];
  }
  return [...reading.unread(manifest)].map(path => `unknown field ${path}`);
}

const manifests = loadAll(readFileSync(process.argv[2], 'utf8')).filter(Boolean);
let findings = 0;
for (const manifest of manifests) {
  for (const problem of await problemsOf(manifest)) {
    console.log(`${manifest.kind} ${manifest.metadata?.name}: ${problem}`);
    findings++;
  }
}
console.log(`${manifests.length} manifests`);
process.exit(findings ? 1 : 0);
