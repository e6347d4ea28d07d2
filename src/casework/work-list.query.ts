import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { applicationStatuses } from '../applications/domain/lifecycle.ts';

const workableStatuses = applicationStatuses.filter((status) => status !== 'draft');

const assignments = ['me', 'nobody'] as const;

export class WorkListQuery extends PageQuery {
  @CodeField({ description: 'Alleen van deze kern.', optional: true })
  kernCode?: string;

  @EnumField({ description: 'Alleen met deze stand.', choices: workableStatuses, optional: true })
  status?: (typeof workableStatuses)[number];

  @EnumField({
    description: 'Alleen wat aan u is toegewezen (me), of aan niemand (nobody).',
    choices: assignments,
    optional: true,
  })
  assigned?: (typeof assignments)[number];
}
