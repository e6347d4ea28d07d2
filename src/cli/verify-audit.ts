import { AuditVerifier } from '../audit/audit-verifier.service.ts';
import { faultSentence } from '../audit/domain/audit-chain.ts';
import { runCommand } from './run-command.ts';
import { withServices } from './service-context.ts';

const headForm = /^(\d{1,15}):([0-9a-f]{64})$/;

/**
 * `npm run audit:verify`: follows the whole chain of the audit log, and fails on the first row that was changed, is
 * missing or stands elsewhere. With what an earlier run told, as in `npm run audit:verify -- 1234:ab…`, it also
 * finds that the end of the chain was cut off or made anew.
 */
await runCommand(() =>
  withServices(async (services) => {
    const verifier = services.get(AuditVerifier, { strict: false });
    const [, sequence, hash] = headForm.exec(process.argv[2] ?? '') ?? [];
    if (process.argv[2] !== undefined && hash === undefined) {
      throw new Error('Geef het genoteerde zegel als nummer, dubbele punt en 64 tekens.');
    }
    const verification = await verifier.verify();
    if (verification.kind === 'broken') throw new Error(faultSentence(verification.fault));
    if (hash !== undefined && (await verifier.headAt(Number(sequence)))?.hash.toString('hex') !== hash) {
      throw new Error(
        `Het zegel van regel ${sequence} is niet wat er is genoteerd: het einde van de keten is vervangen.`,
      );
    }
    const { head, checkedCount } = verification;
    return `Het logboek klopt: ${checkedCount} regels. Noteer het laatste zegel: ${head.sequence}:${head.hash.toString('hex')}`;
  }),
);
