/** One key: what it means where the person is, and what follows. */
import type { Key } from '../terminal/keys.ts';
import { keyName } from '../terminal/keys.ts';
import type { Scene } from './global-commands.ts';
import { GLOBAL_COMMANDS } from './global-commands.ts';
import { leaveLayer, passesThrough, pressLayer } from './layers.ts';
import { QUIET, screenOf } from './model.ts';
import type { Turn } from './turn.ts';
import { follow, say, turn } from './turn.ts';

/** Unknown keys do nothing; a command that cannot be done says why. */
export function press(scene: Scene, key: Key): Turn {
  const { status, current, isLeaving } = scene.model;
  // Whoever goes on working does not want to be thrown out in the middle of it.
  const next = pressed(isLeaving ? { ...scene, model: { ...scene.model, isLeaving: false } } : scene, key);
  // What was said on another screen does not belong to this one; what a change did does.
  const isOver = next.model.current !== current && next.model.status === status && status.kind === 'plain';
  return isOver ? { ...next, model: { ...next.model, status: QUIET } } : next;
}

function pressed(scene: Scene, key: Key): Turn {
  const { model } = scene;
  const name = keyName(key);
  if (model.layer !== null) {
    if (!passesThrough(model.layer, name)) return pressLayer(scene, model.layer, key);
    const left = leaveLayer(scene, model.layer, key);
    const next = pressed({ ...scene, model: left.model }, key);
    return { model: next.model, requests: [...left.requests, ...next.requests] };
  }
  const offer = screenOf(model)
    .offers(scene.context)
    .find(({ keys }) => keys.includes(name));
  // Digits are numbers on a screen of numbers, and open screens elsewhere.
  const isClaimed = offer !== undefined && /^\d$/.test(name);
  const global = isClaimed ? undefined : GLOBAL_COMMANDS.find(({ keys }) => keys.includes(name));
  const quiet: Scene = { ...scene, model: { ...model, status: model.status.kind === 'warn' ? QUIET : model.status } };
  if (global !== undefined) {
    const reason = global.unavailable?.(quiet) ?? null;
    return reason === null ? global.run(quiet, key) : turn(say(model, reason, 'warn'));
  }
  if (offer === undefined) return turn(model);
  if (offer.unavailable !== null) return turn(say(model, offer.unavailable, 'warn'));
  return follow(quiet.model, offer.run(key), scene.context, scene.subjectOf);
}
