// Every empty state says what would fill it: here, what evidence the commitment asks for.
import type { EvidenceItem, EvidenceRule } from '../api';
import { w } from '../language';
import { nameOf, useRegistry } from '../registry';
import { plainly } from '../say';

export function Silence({ rule, withdrawn }: { rule: EvidenceRule | undefined; withdrawn: boolean }) {
  const { frameworks } = useRegistry();
  const acts = (rule?.all_of ?? []).map((e) => evidenceInWords(e, (id) => nameOf(frameworks.get(id), id)));
  return (
    <section>
      <h3>{w.evidence.none}</h3>
      <p>{withdrawn ? w.evidence.nothingStands : w.evidence.nobody}</p>
      {acts.length > 0 ? <><p>{w.evidence.wouldFill}</p><ul>{acts.map((a) => <li key={a}>{a}</li>)}</ul></> : <p>{w.evidence.onlyReport}</p>}
    </section>
  );
}

function evidenceInWords(e: EvidenceItem, nameOfFramework: (id: string) => string): string {
  const framework = e.framework ? nameOfFramework(e.framework) : '';
  switch (e.type) {
    case 'treaty.ratified': return w.terms.treatyRatified((e.instrument ?? '').toUpperCase());
    case 'plan.adopted': return w.terms.planAdopted(framework, e.with_indicators ?? false);
    case 'declaration.adopted': return w.terms.declarationAdopted(framework);
    default: return w.terms.types[e.type] ?? plainly(e.type).toLowerCase();
  }
}
