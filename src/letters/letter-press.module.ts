import { type DynamicModule, Module, type OnModuleDestroy } from '@nestjs/common';
import { LetterPress } from './rendering/letter-press.ts';

/** Gives every module the one press, with its threads, and ends them when the service stops. */
@Module({})
export class LetterPressModule implements OnModuleDestroy {
  readonly #press: LetterPress;

  constructor(press: LetterPress) {
    this.#press = press;
  }

  static forRoot(threads: number): DynamicModule {
    return {
      module: LetterPressModule,
      global: true,
      providers: [{ provide: LetterPress, useFactory: () => new LetterPress(threads) }],
      exports: [LetterPress],
    };
  }

  onModuleDestroy(): Promise<void> {
    return this.#press.close();
  }
}
