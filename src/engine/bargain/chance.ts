/** Whether anything in a session is left to chance, beside its numbers. */
import type { Protocol } from './protocol/protocol.ts';
import type { SessionQuestion } from './question.ts';
import type { Strategy } from './party/strategy.ts';

/** True where the same positions and order may lead to another session with another seed. */
export function isDrawn({ protocol, strategies }: Pick<SessionQuestion, 'protocol' | 'strategies'>): boolean {
  return protocolIsDrawn(protocol) || strategies.some(strategyIsDrawn);
}

function protocolIsDrawn(protocol: Protocol): boolean {
  switch (protocol.kind) {
    case 'alternating':
    case 'simultaneous':
      return false;
    case 'single-text':
      return protocol.annealed || protocol.mediator === 'blind';
    case 'random-proposer':
      return true;
    case 'agenda':
      return protocolIsDrawn(protocol.each);
  }
}

function strategyIsDrawn({ concession, offers }: Strategy): boolean {
  return offers === 'random' || concession.kind === 'micro';
}
