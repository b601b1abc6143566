package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.EvidenceLife;
import io.controlgraph.trace.coverage.EvidenceLife.Life;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.jena.sparql.engine.binding.Binding;

/** The evidence of each implementation that runs out last, of what counts already on the day. */
final class LastEvidence {
  private final Facts facts;
  private final EvidenceLife lives;
  private final Links proves;

  LastEvidence(Facts facts, EvidenceLife lives) {
    this.facts = facts;
    this.lives = lives;
    this.proves = facts.links("proves");
  }

  /**
   * The rows of an organisation's things whose last evidence runs out on a day that will do.
   *
   * @param wanted tells by the last day, since 1970
   * @param withDaysLeft whether rows say how many days there are left
   */
  List<Binding> rows(int organisation, IntPredicate wanted, boolean withDaysLeft) {
    List<Binding> rows = new ArrayList<>();
    for (int proved : facts.membersOf(organisation)) {
      int[] evidence = proves.to(proved);
      int latest = evidence.length == 0 ? TraceIndex.NO_VALUE : latest(evidence);
      if (latest != TraceIndex.NO_VALUE && wanted.test(latest)) {
        for (int each : evidence) {
          for (Life life : lives.of(each)) {
            if (life.last() == latest) {
              RowBuilder row =
                  new RowBuilder(facts.index())
                      .labelled("org", organisation)
                      .labelled("implementation", proved)
                      .labelled("evidence", each)
                      .date("lastDay", latest);
              (withDaysLeft ? row.number("daysLeft", latest - facts.day()) : row)
                  .build()
                  .forEach(rows::add);
            }
          }
        }
      }
    }
    return rows;
  }

  private int latest(int[] evidence) {
    int latest = TraceIndex.NO_VALUE;
    for (int each : evidence) {
      for (Life life : lives.of(each)) {
        if (life.first() <= facts.day()) {
          latest = Math.max(latest, life.last());
        }
      }
    }
    return latest;
  }
}
