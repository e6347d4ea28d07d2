import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { Caller } from '../identity/caller.ts';
import { WorkItemResponse } from './my-work.response.ts';
import { MyWork } from './my-work.service.ts';

@Controller('my-work')
export class MyWorkController {
  readonly #work: MyWork;

  constructor(work: MyWork) {
    this.#work = work;
  }

  @Get()
  @Operation({
    id: 'listMyWork',
    summary: 'Mijn werk vandaag',
    description:
      'Alles wat op u wacht, ook van wie u vervangt. Eerst wat geld kost, dan wat volgens de wet te laat is of binnen zeven dagen moet, dan brieven die klaarliggen, stappen en aanvullingen, dan beloften, en ten slotte wat verder aan u is toegewezen; daarbinnen de eerste dag eerst. Waar u zich afzijdig houdt, staat er niet bij.',
    tag: 'behandeling',
    right: 'deadline:work-list',
    list: WorkItemResponse,
  })
  page(@Caller() actor: Actor, @Query() query: PageQuery): Promise<Page<WorkItemResponse>> {
    return this.#work.page(actor, query);
  }
}
