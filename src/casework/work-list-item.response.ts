import { ObjectField } from '../platform/http/fields/object-fields.ts';
import { ApplicationResponse } from '../applications/application.response.ts';
import { NextDueResponse } from '../deadlines/due-item.response.ts';

/** An application on the work list, with what is due next. */
export class WorkListItemResponse extends ApplicationResponse {
  @ObjectField(() => NextDueResponse, {
    description: 'Wat hierna moet gebeuren en hoeveel haast dat heeft, of null als er niets meer hoeft.',
    nullable: true,
  })
  nextDue!: NextDueResponse | null;

  static due(application: ApplicationResponse, nextDue: NextDueResponse | null): WorkListItemResponse {
    return Object.assign(new WorkListItemResponse(), application, { nextDue });
  }
}
