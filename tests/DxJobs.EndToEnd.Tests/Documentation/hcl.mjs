// Reads a Terraform file with HCL's own parser, and prints it as JSON; exit status 1 where it is no HCL.
import { readFileSync } from 'node:fs';
import { parse } from '@cdktf/hcl2json';

const [, , file] = process.argv;
console.log(JSON.stringify(await parse(file, readFileSync(file, 'utf8'))));
process.exit(0);
