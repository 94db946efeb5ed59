// `runon recommend`: what somebody may like next.
import { recommendFromRatings } from '../guide/recommend-from-ratings.ts';
import { type Call, type Command, type Context, UsageProblem } from './command.ts';
import { answerBatch } from './lines.ts';

export const runRecommend: Command['run'] = async (context, call) => {
  if (call.has('batch') || call.has('ratings')) return recommendBatch(context, call);
  throw new UsageProblem('"recommend" needs a table of ratings: runon recommend --batch --ratings FILE.csv');
};

/** Needs no database. */
async function recommendBatch(context: Context, call: Call): Promise<number> {
  const file = call.get('ratings');
  if (!call.has('batch') || !file || call.words.length > 0)
    throw new UsageProblem('A stream of people is answered by: runon recommend --batch --ratings FILE.csv');
  const recommend = await recommendFromRatings(file, (sentence) => context.notes.write(`${sentence}\n`));
  await answerBatch(context, ({ history }) => ({ picks: recommend(history) }));
  return 0;
}
