import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { cents, formatEuros } from '../../kernel/money.ts';
import type { ApplicantKind } from '../../regulations/domain/applicant-kind.ts';
import type { Applicant, Application, CostLine, Particulars } from './application.ts';
import { isSame } from './frozen-content.ts';

/** What of an application can be corrected. */
export interface Correctable extends Pick<
  Application,
  | 'applicant'
  | 'title'
  | 'description'
  | 'requestedCents'
  | 'activityStartsOn'
  | 'activityEndsOn'
  | 'costs'
  | 'support'
  | 'particulars'
> {
  readonly kernName: string;
  /** The whole account number, which a row shows masked. */
  readonly iban: string | null;
}

/** One thing that changed, as people read it. */
export interface ChangeRow {
  /** A path such as `requestedCents` or `applicant.name`. */
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const nothing = 'niet ingevuld';

const text = (value: string | null | undefined): string => (value == null || value === '' ? nothing : value);
const date = (value: CalendarDate | null): string => (value === null ? nothing : formatDutchDate(value));
const costLines = (costs: readonly CostLine[]): string =>
  costs.length === 0
    ? nothing
    : costs
        .map(({ description, amountCents, category }) =>
          [description, category === undefined ? '' : ` (${category})`, `: ${formatEuros(amountCents)}`].join(
            '',
          ),
        )
        .join('; ');
const account = (iban: string | null): string => (iban === null ? nothing : `eindigt op ${iban.slice(-4)}`);

interface Told<Value> {
  readonly label: string;
  readonly text: (value: Value) => string;
}

const fields = {
  kernName: { label: 'Kern', text },
  title: { label: 'Naam van het plan', text },
  description: { label: 'Omschrijving', text },
  requestedCents: { label: 'Gevraagd bedrag', text: formatEuros },
  activityStartsOn: { label: 'Eerste dag', text: date },
  activityEndsOn: { label: 'Laatste dag', text: date },
  costs: { label: 'Kosten', text: costLines },
  support: { label: 'Draagvlak', text },
  iban: { label: 'Rekeningnummer', text: account },
} as const satisfies {
  readonly [Name in Exclude<keyof Correctable, 'applicant' | 'particulars'>]: Told<Correctable[Name]>;
};

const applicantLabels = {
  kind: 'Soort aanvrager',
  name: 'Naam',
  street: 'Straat',
  houseNumber: 'Huisnummer',
  postcode: 'Postcode',
  place: 'Woonplaats',
  email: 'E-mailadres',
  phone: 'Telefoonnummer',
  kvkNumber: 'Nummer in het Handelsregister',
  contactPerson: 'Contactpersoon',
} as const satisfies Record<keyof Applicant, string>;

const particularLabels = {
  coApplicants: 'Mensen die meedoen',
  members: 'Leden van het collectief',
  legalForm: 'Rechtsvorm',
  nonProfit: 'Zonder winstoogmerk',
  oldEnough: 'Oud genoeg',
  vatRecoverable: 'Krijgt btw terug',
  represented: 'Namens een ander',
  authorised: 'Machtiging',
  supporters: 'Handtekeningen',
  supportLetters: 'Steunbrieven',
  likes: 'Steunbetuigingen',
  meetingHeld: 'Bijeenkomst gehouden',
  own: 'Eigen inbreng',
  otherFundingCents: 'Geld van anderen',
  activityCode: 'Soort activiteit',
  units: 'Aantal',
  deMinimisDeclared: 'Verklaring de-minimissteun',
  themeCode: 'Thema',
  bodyKindCode: 'Soort organisatie',
  repeated: 'Eerder een bijdrage',
} as const satisfies Record<keyof Particulars, string>;

type Particular = Particulars[keyof Particulars];

function particularText(name: string, value: Particular): string {
  if (value === undefined) return nothing;
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (typeof value === 'number')
    return name === 'otherFundingCents' ? formatEuros(cents(value)) : String(value);
  if (typeof value === 'string') return value;
  const { moneyCents, hours, inKindCents } = value;
  return `${formatEuros(moneyCents)} eigen geld, ${hours} uur, ${formatEuros(inKindCents)} aan spullen`;
}

const kindNames = {
  resident: 'inwoner',
  'non-resident': 'iemand die er niet woont',
  collective: 'collectief',
  organisation: 'organisatie',
  company: 'bedrijf',
} as const satisfies Record<ApplicantKind, string>;

function applicantText(name: string, value: string | null): string {
  return name === 'kind' ? kindNames[value as ApplicantKind] : text(value);
}

function applicantRows(before: Applicant, after: Applicant): ChangeRow[] {
  return Object.entries(applicantLabels).flatMap(([name, label]) => {
    const [was, is] = [before[name as keyof Applicant] ?? null, after[name as keyof Applicant] ?? null];
    if (was === is) return [];
    const told = { before: applicantText(name, was), after: applicantText(name, is) };
    return [{ field: `applicant.${name}`, label, ...told }];
  });
}

function particularRows(before: Particulars = {}, after: Particulars = {}): ChangeRow[] {
  return Object.entries(particularLabels).flatMap(([name, label]) => {
    const [was, is] = [before[name as keyof Particulars], after[name as keyof Particulars]];
    if (isSame(was, is)) return [];
    const told = { before: particularText(name, was), after: particularText(name, is) };
    return [{ field: `particulars.${name}`, label, ...told }];
  });
}

function fieldRow<Name extends keyof typeof fields>(
  name: Name,
  before: Correctable,
  after: Correctable,
): ChangeRow[] {
  if (isSame(before[name], after[name])) return [];
  const { label, text: told } = fields[name] as Told<Correctable[Name]>;
  return [{ field: name, label, before: told(before[name]), after: told(after[name]) }];
}

/** Everything that differs between an application before and after, in the order of a form; empty when all is the same. */
export function changeRows(before: Correctable, after: Correctable): ChangeRow[] {
  return [
    ...applicantRows(before.applicant, after.applicant),
    ...(Object.keys(fields) as (keyof typeof fields)[]).flatMap((name) => fieldRow(name, before, after)),
    ...particularRows(before.particulars, after.particulars),
  ];
}

/** Whether a change is of what is judged and divided, and not of how to reach or pay somebody. */
export function isOfPlan({ field }: Pick<ChangeRow, 'field'>): boolean {
  return field === 'applicant.kind' || !(field.startsWith('applicant.') || field === 'iban');
}

/** Where a field stands in what was sent, as a JSON Pointer. */
export function locationOf({ field }: Pick<ChangeRow, 'field'>): string {
  return field === 'kernName' ? '/kernCode' : `/${field.replace('.', '/')}`;
}
