import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryChange } from '../../../test/support/arbitrary-value.ts';
import { exampleVote, exampleWay } from '../../../test/support/example-ways.ts';
import type { SchemaNode } from '../../regulations/domain/schema/schema-node.ts';
import { drawWay } from './drawing.ts';
import { renderWayText } from './rendering.ts';
import { type WayDocument, waySchema } from './way-document.ts';

const nameOf = (code: string) => (code === 'council' ? 'Dorpsraad Hier' : code);

describe('A way of working for a village meeting', () => {
  it('reads as plain Dutch', () => {
    expect(renderWayText(exampleWay, nameOf)).toBe(`# Advies van het dorp

Zo werken de kernen met code here aan aanvragen voor de regeling example.
De eerste stap begint op de dag nadat de aanvraagperiode is gesloten.
Na de laatste stap zijn er nog 14 dagen om te beslissen en de brief te sturen.

## 1. Eerste controle (controle, code check)

De beoordelaar kijkt naar de aanvraag.
Daarvoor zijn 7 dagen. Is de termijn voorbij, dan wachten wij op deze stap.

## 2. Advies van het dorp (advies, code advice)

Advies geeft: Dorpsraad Hier. De kernregisseur vraagt erom.
De uitkomst is een advies: het college beslist.
Daarvoor zijn 14 dagen. Is de termijn voorbij, dan gaan wij verder zonder deze stap.

## 3. Voorstel (voorstel, code proposal)

De kernregisseur schrijft een voorstel voor het besluit. Een ander beslist.
Daarvoor zijn 7 dagen. Is de termijn voorbij, dan neemt de beoordelaar de stap over.
`);
  });

  it('reads otherwise when anything in it is otherwise', () => {
    fc.assert(
      fc.property(arbitraryChange(waySchema as unknown as SchemaNode), ({ before, after }) => {
        fc.pre(JSON.stringify(before) !== JSON.stringify(after));
        expect(renderWayText(after as WayDocument, nameOf)).not.toBe(
          renderWayText(before as WayDocument, nameOf),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('is drawn with a title, a description that tells all, and text that is text', () => {
    const drawing = drawWay(exampleWay, nameOf);
    expect(drawing).toContain('<title id="titel">Advies van het dorp</title>');
    expect(drawing).toMatch(/<desc id="beschrijving">3 stappen .*Dorpsraad Hier.*<\/desc>/);
    expect(drawing.match(/<rect x=/g)).toHaveLength(3);
    expect(drawing.match(/marker-end/g)).toHaveLength(2);
  });

  it('is drawn without anything that could run, whatever the names', () => {
    const steps = [{ ...exampleVote, title: '</text><script>alert("hoi")</script>&' }, ...exampleWay.steps];
    const drawing = drawWay({ ...exampleWay, steps }, () => "\"onload='x'");
    expect(drawing).not.toMatch(/<script|onload='|"onload/);
    expect(drawing).toContain('&lt;script&gt;');
    expect(drawing.match(/<(?!\/)[a-z]/g)?.length).toBe(
      (drawing.match(/<\/[a-z]/g)?.length ?? 0) + (drawing.match(/\/>/g)?.length ?? 0),
    );
  });
});
