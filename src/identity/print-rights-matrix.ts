import { writeFileSync } from 'node:fs';
import { rightsMatrix } from './domain/rights-matrix.ts';

/** `npm run rights:matrix`: writes docs/rights.md anew; run it in the root of the project after changing the table. */
writeFileSync('docs/rights.md', rightsMatrix());
process.stdout.write('docs/rights.md written\n');
