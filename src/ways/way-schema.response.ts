import { RegulationSchemaResponse } from '../regulations/regulation-aids.response.ts';

/** The schema of a way of working, in the same form as that of a regulation. */
export class WaySchemaResponse extends RegulationSchemaResponse {}
