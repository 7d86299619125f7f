// A region's matrix, asked for its signs alone: a twentieth of the whole in size, and all that the page draws.
import { useMemo } from 'preact/hooks';
import type { Clocks, Commitment, Sign } from '../api';
import { type Asked, useAsked } from '../asking';
import { type Place, scorecardOf } from '../place';

export interface Card extends Clocks {
  countries: string[];
  commitments: Commitment[];
  cells: Sign[];
}

// A list for each country, with a sign for each commitment, both in the order of the answer's own lists.
interface Signs extends Omit<Card, 'cells'> { signs: [Sign['status'], Sign['standing'], boolean, string | null, number][][] }

export function useCard(place: Place): { asked: Asked<Signs>; card: Card | null } {
  const asked = useAsked<Signs>(scorecardOf(place, { cells: 'signs' }));
  return { asked, card: useMemo(() => asked.answer && withCells(asked.answer), [asked.answer]) };
}

function withCells({ signs, ...answer }: Signs): Card {
  const cells = answer.countries.flatMap((country, i) => answer.commitments.map(({ id }, j): Sign => {
    const [status, standing, disputed, since, told] = signs[i]![j]!;
    return { country, commitment: id, status, standing, disputed, since, told };
  }));
  return { ...answer, cells };
}
