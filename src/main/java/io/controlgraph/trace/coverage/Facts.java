package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** What the definitions ask of an index on a day, in their own words. */
public final class Facts {
  private final TraceIndex index;
  private final int day;
  private final Rows validFrom;
  private final Rows validUntil;
  private final Links types;
  private final Links organisations;

  public Facts(TraceIndex index, LocalDate day) {
    this.index = index;
    this.day = Math.toIntExact(day.toEpochDay());
    this.validFrom = literals("validFrom");
    this.validUntil = literals("validUntil");
    this.types = index.links(RDF.type.asNode());
    this.organisations = links("inOrganisation");
  }

  public TraceIndex index() {
    return index;
  }

  /** The day, since 1970. */
  public int day() {
    return day;
  }

  public Links links(String property) {
    return index.links(Cg.term(property));
  }

  public Rows literals(String property) {
    return index.literals(Cg.term(property));
  }

  /** The number of a term of the ontology; -1 where nothing names it. */
  public int term(String localName) {
    return index.number(Cg.term(localName));
  }

  public int number(Node iri) {
    return index.number(iri);
  }

  public boolean isA(int thing, int type) {
    return types.has(thing, type);
  }

  /** All of a type; do not change them. */
  public int[] allOf(int type) {
    return types.to(type);
  }

  public int[] typesOf(int thing) {
    return types.from(thing);
  }

  public boolean isIn(int thing, int organisation) {
    return organisations.has(thing, organisation);
  }

  public int[] organisationsOf(int thing) {
    return organisations.from(thing);
  }

  public int[] membersOf(int organisation) {
    return organisations.to(organisation);
  }

  /** Whether a thing has a date by a property that is the day or before. */
  public boolean isByTheDay(Rows dates, int thing) {
    for (int literal : dates.of(thing)) {
      int date = index.worth(literal);
      if (date != TraceIndex.NO_VALUE && date <= day) {
        return true;
      }
    }
    return false;
  }

  /** Whether a thing has a date by a property that is the day or after. */
  public boolean isFromTheDay(Rows dates, int thing) {
    for (int literal : dates.of(thing)) {
      int date = index.worth(literal);
      if (date != TraceIndex.NO_VALUE && day <= date) {
        return true;
      }
    }
    return false;
  }

  /** Whether a thing's first day has come, or it has none. */
  public boolean hasBegun(int thing) {
    return validFrom.length(thing) == 0 || isByTheDay(validFrom, thing);
  }

  /** Whether a thing's last day has not passed, or it has none. */
  public boolean hasNotEnded(int thing) {
    return validUntil.length(thing) == 0 || isFromTheDay(validUntil, thing);
  }

  /**
   * The latest date of a thing by a property that is the day or before; {@code otherwise} if none.
   */
  public int latestByTheDay(Rows dates, int thing, int otherwise) {
    int latest = otherwise;
    for (int literal : dates.of(thing)) {
      int date = index.worth(literal);
      if (date != TraceIndex.NO_VALUE && date <= day && date > latest) {
        latest = date;
      }
    }
    return latest;
  }

  /** Whether a thing has this date by a property. */
  public boolean isOn(Rows dates, int thing, int date) {
    for (int literal : dates.of(thing)) {
      if (index.worth(literal) == date) {
        return true;
      }
    }
    return false;
  }

  /** Whether a thing has this truth by a property. */
  public boolean isTruth(Rows truths, int thing, boolean wanted) {
    for (int literal : truths.of(thing)) {
      if (index.worth(literal) == (wanted ? 1 : 0)) {
        return true;
      }
    }
    return false;
  }

  /** A thing and all that leads to it by any of these properties, over any number of steps. */
  public static BitSet allLeadingTo(int[] things, Links... properties) {
    BitSet found = new BitSet();
    Deque<Integer> left = new ArrayDeque<>();
    for (int thing : things) {
      if (!found.get(thing)) {
        found.set(thing);
        left.add(thing);
      }
    }
    for (Integer next = left.poll(); next != null; next = left.poll()) {
      for (Links property : properties) {
        for (int each : property.to(next)) {
          if (!found.get(each)) {
            found.set(each);
            left.add(each);
          }
        }
      }
    }
    return found;
  }
}
