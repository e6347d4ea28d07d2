import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The bytes of a sent letter with their hash; written once. */
@Entity('letter_document')
export class LetterDocumentEntity {
  @PrimaryColumn('uuid', { name: 'letter_id' })
  letterId!: string;

  /** The bytes under the key of the case. */
  @Column('bytea', { name: 'content_sealed' })
  contentSealed!: Buffer;

  /** Of the bytes as they were sent. */
  @Column('text')
  sha256!: string;

  @Column('timestamptz', { name: 'stored_at' })
  storedAt!: Date;
}
