package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Holders;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.rules.Dates;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.engine.binding.Binding;

/** Assets, implementations and risks without an accountable post, or with one nobody holds. */
final class WithoutAccountablePost implements GapRule {
  private final Facts facts;
  private final Dates dates;
  private final Holders accountable;
  private final PostHolders holders;
  private final Links owner;
  private final Links status;
  private final int asset;
  private final int implementation;
  private final int risk;
  private final int implemented;
  private final int partial;

  WithoutAccountablePost(Facts facts) {
    this.facts = facts;
    this.dates = new Dates(facts);
    this.accountable = new Holders(facts);
    this.holders = new PostHolders(facts);
    this.owner = facts.links("owner");
    this.status = facts.links("status");
    this.asset = facts.term("Asset");
    this.implementation = facts.term("Implementation");
    this.risk = facts.term("Risk");
    this.implemented = facts.term("ImplementationStatus-implemented");
    this.partial = facts.term("ImplementationStatus-partial");
  }

  @Override
  public String question() {
    return "ownership/without-accountable-post";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    Held held = new Held();
    for (int thing : facts.membersOf(organisation)) {
      boolean isRisk = facts.isA(thing, risk);
      int asAsset = facts.isA(thing, asset) ? dates.rowsInUse(thing) : 0;
      int asImplementation = facts.isA(thing, implementation) ? statuses(thing) : 0;
      if (isRisk || asAsset > 0 || asImplementation > 0) {
        List<Holders.Answering> answering = List.copyOf(accountable.answeringFor(thing));
        int[] owners = isRisk ? owner.from(thing) : new int[0];
        if (!held.isAny(answering, owners)) {
          List<Integer> posts = new ArrayList<>();
          answering.forEach(each -> posts.add(each.post()));
          for (int each : owners) {
            posts.add(each);
          }
          add(organisation, thing, "asset", asAsset, posts, rows);
          add(organisation, thing, "implementation", asImplementation, posts, rows);
          add(organisation, thing, "risk", isRisk ? 1 : 0, posts, rows);
        }
      }
    }
    return rows;
  }

  private int statuses(int thing) {
    return (status.has(thing, implemented) ? 1 : 0) + (status.has(thing, partial) ? 1 : 0);
  }

  private void add(
      int organisation,
      int thing,
      String kind,
      int times,
      List<Integer> posts,
      List<Binding> rows) {
    if (times > 0) {
      if (posts.isEmpty()) {
        row(organisation, thing, kind)
            .text("reason", "no post")
            .times(times)
            .build()
            .forEach(rows::add);
      }
      for (int post : posts) {
        row(organisation, thing, kind)
            .text("reason", "nobody holds the post")
            .labelled("post", post)
            .times(times)
            .build()
            .forEach(rows::add);
      }
    }
  }

  private RowBuilder row(int organisation, int thing, String kind) {
    return new RowBuilder(facts.index())
        .labelled("org", organisation)
        .labelled("thing", thing)
        .text("kind", kind);
  }

  /** Which posts are held, kept while an organisation is looked at. */
  private final class Held {
    private final Map<Holders.Answering, Boolean> inOrganisation = new HashMap<>();
    private final Map<Integer, Boolean> anywhere = new HashMap<>();

    /** Whether somebody holds one of these, an owner in any organisation. */
    boolean isAny(List<Holders.Answering> answering, int[] owners) {
      for (Holders.Answering each : answering) {
        if (inOrganisation.computeIfAbsent(
            each, any -> holders.in(any.organisation(), any.post()).length > 0)) {
          return true;
        }
      }
      for (int each : owners) {
        if (anywhere.computeIfAbsent(each, holders::isHeld)) {
          return true;
        }
      }
      return false;
    }
  }
}
