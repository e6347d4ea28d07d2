import { checkArchiveMetadata } from './archive-metadata.ts';
import { checkLedger } from './ledger.ts';
import { checkLetters } from './letters.ts';
import { checkProductionStart } from './production-start.ts';
import { checkOpenApi } from './spectral.ts';
import { checkSpoiledLetters } from './spoiled-letters.ts';

/** Checks that need other programs than Node, or the built service; each gives a list of faults. A word picks some of them. */
const checks = {
  'OpenAPI against the API Design Rules': checkOpenApi,
  'Letters as PDF': checkLetters,
  'Letters that were spoiled': checkSpoiledLetters,
  'Metadata for the archive (MDTO)': checkArchiveMetadata,
  'Balances by hledger': checkLedger,
  'Production as docker-compose.yml starts it': checkProductionStart,
};

let faultCount = 0;
for (const [name, check] of Object.entries(checks)) {
  if (!name.toLowerCase().includes((process.argv[2] ?? '').toLowerCase())) continue;
  const faults = await check().catch((error: unknown) => [`the check itself failed: ${String(error)}`]);
  console.log(`${faults.length === 0 ? 'ok    ' : 'FAULTS'}  ${name}`);
  for (const fault of faults) console.log(`        ${fault}`);
  faultCount += faults.length;
}
process.exit(faultCount === 0 ? 0 : 1);
