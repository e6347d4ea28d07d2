import { StoryEnds } from './caller.ts';
import { introduce } from './people.ts';
import { announcement } from './scenes/announcement.ts';
import { assessment } from './scenes/assessment.ts';
import { deadlines } from './scenes/deadlines.ts';
import { defaultWay } from './scenes/default-way.ts';
import { finance } from './scenes/finance.ts';
import { lastDays } from './scenes/last-days.ts';
import { levellingKernen } from './scenes/levelling.ts';
import { earlyList, listForTheCollege } from './scenes/list-for-the-college.ts';
import { lettersNameAdvice, proposalsAreMade, villagesSpeak } from './scenes/own-ways.ts';
import { remainderDeclined } from './scenes/remainder-declined.ts';
import { resolution } from './scenes/resolution.ts';
import { secondList } from './scenes/second-list.ts';
import { spring } from './scenes/spring.ts';
import { clear, takeHome } from './scenes/take-home.ts';
import { readTheRules } from './scenes/the-rules.ts';
import { threeInIngen } from './scenes/three-in-ingen.ts';
import { together } from './scenes/together.ts';
import { tooLittle } from './scenes/too-little.ts';
import { waitingList } from './scenes/waiting-list.ts';
import { aDossier, aSlipOfThePen } from './scenes/working-day.ts';
import { yearEnd } from './scenes/year-end.ts';
import { buildStage, type Stage } from './stage.ts';
import { momentOf, Story } from './story.ts';

/** Where the letters and files are left, in the clone; git ignores it. */
const folder = 'demo';

async function play(story: Story): Promise<void> {
  await clear(folder);
  introduce(story.narrator);
  await readTheRules(story);
  await threeInIngen(story);
  await spring(story);
  await aSlipOfThePen(story);
  await together(story);
  await lastDays(story);
  await deadlines(story);
  await villagesSpeak(story);
  await assessment(story);
  await proposalsAreMade(story);
  await earlyList(story);
  await remainderDeclined(story);
  const list = await listForTheCollege(story);
  await resolution(story, list);
  await announcement(story);
  await lettersNameAdvice(story);
  await secondList(story);
  await finance(story);
  await defaultWay(story);
  await levellingKernen(story);
  await yearEnd(story);
  await waitingList(story, await tooLittle(story));
  await takeHome(story, folder);
  await aDossier(story, folder);
}

/** What is said at the end; true when everything was as the rules say. */
function conclude({ narrator: { checked, faults } }: Story): boolean {
  console.log('');
  if (faults === 0) console.log(`Alles klopt: ${checked} regels en feiten nagerekend.`);
  else console.log(`${faults} van de ${checked} regels en feiten kloppen niet; zie hierboven bij ✗.`);
  return faults === 0;
}

let isInterrupted = false;

/** Ctrl-C in the middle leaves nothing behind: no database that runs, no files of it. */
function closeOnSignal(starting: Promise<Stage>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      isInterrupted = true;
      void starting.then((stage) => stage.close()).finally(() => process.exit(130));
    });
  }
}

console.log('De dienst wordt gestart op een lege database …');
const starting = buildStage(momentOf('2019-03-01', '20:00'));
closeOnSignal(starting);
const stage = await starting;
const story = new Story(stage.url, stage.clock);
let succeeded = false;
try {
  await play(story);
  succeeded = conclude(story);
} catch (error) {
  const why = error instanceof StoryEnds ? error.message : error;
  // Who stopped the story knows why it ended.
  if (!isInterrupted) console.error('\n   ✗ Het verhaal kan niet verder:', why);
} finally {
  await stage.close();
}
process.exit(isInterrupted ? 130 : succeeded ? 0 : 1);
