import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The bytes of a sent letter with their hash; written once. */
@Entity('letter_document')
export class LetterDocumentEntity {
  @PrimaryColumn('uuid', { name: 'letter_id' })
  letterId!: string;

  @Column('bytea')
  content!: Buffer;

  @Column('text')
  sha256!: string;

  @Column('timestamptz', { name: 'stored_at' })
  storedAt!: Date;
}
