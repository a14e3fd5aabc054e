/** All questions that can be asked, in the order of the help. Commands, help, schemas and exports come from here. */
import { bargain } from './bargain/question.ts';
import { compare } from './compare/question.ts';
import { explain } from './explain/question.ts';
import { frontier } from './frontier/question.ts';
import { power } from './power/question.ts';
import { price } from './price/question.ts';
import { score } from './score/question.ts';
import { sensitivity } from './sensitivity/question.ts';
import { show } from './show/question.ts';
import { solve } from './solve/question.ts';
import { tournament } from './tournament/question.ts';

export const QUESTIONS = [
  solve,
  explain,
  frontier,
  score,
  price,
  power,
  sensitivity,
  bargain,
  tournament,
  compare,
  show,
] as const;
