// Checks a YAML file as an editor does.
//
//   node schema.mjs schema.json file.yaml      a line for each finding; exit status 1 when there are any
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { load } from 'js-yaml';

const [schema, file] = process.argv.slice(2).map(path => readFileSync(path, 'utf8'));
const ajv = new Ajv.default({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
const validate = ajv.compile(JSON.parse(schema));
if (!validate(load(file))) {
  for (const { instancePath, message } of validate.errors) {
    console.log(`${instancePath || '/'}: ${message}`);
  }

  process.exitCode = 1;
}
