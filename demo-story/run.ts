import { relative, resolve } from 'node:path';
import { StoryEnds } from './caller.ts';
import { introduce } from './people.ts';
import { announcement } from './scenes/announcement.ts';
import { assessment } from './scenes/assessment.ts';
import { finance } from './scenes/finance.ts';
import { lastDays } from './scenes/last-days.ts';
import { listForTheCollege } from './scenes/list-for-the-college.ts';
import { resolution } from './scenes/resolution.ts';
import { secondList } from './scenes/second-list.ts';
import { spring } from './scenes/spring.ts';
import { takeHome } from './scenes/take-home.ts';
import { readTheRules } from './scenes/the-rules.ts';
import { threeInIngen } from './scenes/three-in-ingen.ts';
import { buildStage, type Stage } from './stage.ts';
import { momentOf, Story } from './story.ts';

async function play(story: Story): Promise<void> {
  introduce(story.narrator);
  await readTheRules(story);
  await threeInIngen(story);
  await spring(story);
  await lastDays(story);
  await assessment(story);
  const list = await listForTheCollege(story);
  await resolution(story, list);
  await announcement(story);
  await secondList(story);
  await finance(story);
  await takeHome(story, relative(process.cwd(), resolve('demo')));
}

/** What is said at the end; true when everything was as the rules say. */
function conclude({ narrator: { checked, faults } }: Story): boolean {
  console.log('');
  if (faults === 0) console.log(`Alles klopt: ${checked} regels en feiten nagerekend.`);
  else console.log(`${faults} van de ${checked} regels en feiten kloppen niet; zie hierboven bij ✗.`);
  return faults === 0;
}

/** Ctrl-C in the middle leaves nothing behind: no database that runs, no files of it. */
function closeOnSignal(stage: Stage): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stage.close().finally(() => process.exit(130)));
  }
}

console.log('De dienst wordt gestart op een lege database …');
const stage = await buildStage(momentOf('2019-03-01', '20:00'));
closeOnSignal(stage);
const story = new Story(stage.url, stage.clock);
let succeeded = false;
try {
  await play(story);
  succeeded = conclude(story);
} catch (error) {
  const why = error instanceof StoryEnds ? error.message : error;
  console.error('\n   ✗ Het verhaal kan niet verder:', why);
} finally {
  await stage.close();
}
process.exit(succeeded ? 0 : 1);
