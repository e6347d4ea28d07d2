import { Controller, Get, Query } from '@nestjs/common';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PostedLetterResponse } from './letter-dispatch.response.ts';
import { MailRoom } from './mail-room.service.ts';
import { PostedLettersQuery, PrintFileQuery } from './posted-letters.query.ts';

/** For the mail room: what goes into envelopes today. */
@Controller('posted-letters')
export class MailRoomController {
  readonly #mailRoom: MailRoom;

  constructor(mailRoom: MailRoom) {
    this.#mailRoom = mailRoom;
  }

  @Get()
  @Operation({
    id: 'listPostedLetters',
    summary: 'De brieven die op een dag per post gaan',
    description:
      'De verzendlijst, in de volgorde van het printbestand; ook brieven die opnieuw zijn verzonden.',
    tag: 'brieven',
    right: 'letter:print',
    list: PostedLetterResponse,
  })
  list(@Query() query: PostedLettersQuery): Promise<Page<PostedLetterResponse>> {
    return this.#mailRoom.list(query);
  }

  @Get('print-file')
  @Operation({
    id: 'getPrintFile',
    summary: 'Alle brieven per post van een dag in één bestand',
    description:
      'Vooraan een verzendlijst om af te vinken, dan elke brief zoals die is verzonden, met eigen paginanummers. Ten hoogste 500 brieven.',
    tag: 'brieven',
    right: 'letter:print',
    file: 'application/pdf',
    problems: [404, 409],
  })
  printFile(@Query() query: PrintFileQuery): Promise<Buffer> {
    return this.#mailRoom.printFile(query.sentOn);
  }
}
