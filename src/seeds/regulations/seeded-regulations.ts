import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { buren2019 } from '../buren-2019.ts';
import { amersfoort } from './amersfoort.ts';
import { buren2020 } from './buren-2020.ts';
import { buren2021 } from './buren-2021.ts';
import { burenNeighbourhoodMeetings } from './buren-neighbourhood-meetings.ts';
import { hetHogeland } from './het-hogeland.ts';
import { heumen } from './heumen.ts';
import { leidschendamVoorburg } from './leidschendam-voorburg.ts';
import { lingewaal } from './lingewaal.ts';
import { meierijstad } from './meierijstad.ts';
import { noordoostpolder } from './noordoostpolder.ts';
import { pekela } from './pekela.ts';
import { valthermond } from './valthermond.ts';
import { veenendaal } from './veenendaal.ts';
import { waalwijk } from './waalwijk.ts';

/** Regulations of real municipalities as data, by the name of their page in docs/regulations. */
export const seededRegulations = {
  'buren-2019': buren2019,
  'buren-2020': buren2020,
  'buren-2021': buren2021,
  'buren-buurtbijeenkomsten': burenNeighbourhoodMeetings,
  meierijstad,
  pekela,
  'het-hogeland': hetHogeland,
  lingewaal,
  noordoostpolder,
  valthermond,
  veenendaal,
  heumen,
  amersfoort,
  'leidschendam-voorburg': leidschendamVoorburg,
  waalwijk,
} as const satisfies Readonly<Record<string, RegulationDocument>>;
