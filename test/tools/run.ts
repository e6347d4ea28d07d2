import { checkLedger } from './ledger.ts';
import { checkLetters } from './letters.ts';
import { checkOpenApi } from './spectral.ts';

/** Checks that need other programs than Node; each gives a list of faults. */
const checks = {
  'OpenAPI against the API Design Rules': checkOpenApi,
  'Letters as PDF': checkLetters,
  'Balances by hledger': checkLedger,
};

let faultCount = 0;
for (const [name, check] of Object.entries(checks)) {
  const faults = await check().catch((error: unknown) => [`the check itself failed: ${String(error)}`]);
  console.log(`${faults.length === 0 ? 'ok    ' : 'FAULTS'}  ${name}`);
  for (const fault of faults) console.log(`        ${fault}`);
  faultCount += faults.length;
}
process.exit(faultCount === 0 ? 0 : 1);
