import { Controller, Get, Header } from '@nestjs/common';
import { HttpSettings } from './http-settings.ts';
import { Right } from './operation.ts';

const validDays = 180;
const millisecondsPerDay = 86_400_000;

/** Where to report a weakness (RFC 9116). */
@Controller('.well-known')
export class SecurityTxtController {
  constructor(private readonly settings: HttpSettings) {}

  @Get('security.txt')
  @Right('public')
  @Header('content-type', 'text/plain; charset=utf-8')
  securityTxt(): string {
    const { securityContact, publicUrl, clock } = this.settings.options;
    const expires = new Date(clock.now().getTime() + validDays * millisecondsPerDay);
    return [
      `Contact: ${securityContact}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: nl, en',
      `Canonical: ${publicUrl}/.well-known/security.txt`,
      '',
    ].join('\n');
  }
}
