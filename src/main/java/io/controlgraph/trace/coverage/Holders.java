package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which posts are held by somebody, and what each post is accountable for, as {@code holders} and
 * {@code accountable} have it.
 */
public final class Holders {
  private final Facts facts;
  private final Links accountable;
  private final Links post;
  private final Links person;
  private final Links role;
  private final Links concerns;
  private final Rows leftOn;
  private final int appointment;
  private final int assignment;
  private final int accountableRole;

  public Holders(Facts facts) {
    this.facts = facts;
    this.accountable = facts.links("accountable");
    this.post = facts.links("post");
    this.person = facts.links("person");
    this.role = facts.links("role");
    this.concerns = facts.links("concerns");
    this.leftOn = facts.literals("leftOn");
    this.appointment = facts.term("Appointment");
    this.assignment = facts.term("Assignment");
    this.accountableRole = facts.term("AssignmentRole-accountable");
  }

  /** The posts of an organisation that somebody holds. */
  public BitSet held(Members members) {
    BitSet held = new BitSet();
    for (int each : members.ofType(appointment)) {
      if (isInForce(each) && hasSomebody(each)) {
        for (int appointed : post.from(each)) {
          held.set(appointed);
        }
      }
    }
    return held;
  }

  private boolean hasSomebody(int each) {
    for (int somebody : person.from(each)) {
      if (isThere(somebody)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a person has not left. */
  public boolean isThere(int somebody) {
    return leftOn.length(somebody) == 0 || facts.isFromTheDay(leftOn, somebody);
  }

  /** Whether an appointment or an assignment holds on the day. */
  public boolean isInForce(int each) {
    return facts.hasBegun(each) && facts.hasNotEnded(each);
  }

  /** Whether a thing is an assignment in force that makes its post accountable. */
  public boolean isAccountability(int each) {
    return facts.isA(each, assignment) && role.has(each, accountableRole) && isInForce(each);
  }

  /** Takes each post of an organisation and a person who holds it, maybe repeatedly. */
  public void holders(Members members, PersonTaker taker) {
    for (int each : members.ofType(appointment)) {
      if (isInForce(each)) {
        for (int somebody : person.from(each)) {
          if (isThere(somebody)) {
            for (int appointed : post.from(each)) {
              taker.take(appointed, somebody);
            }
          }
        }
      }
    }
  }

  /** Takes a post and a person. */
  @FunctionalInterface
  public interface PersonTaker {
    void take(int post, int person);
  }

  /**
   * A post that answers for something.
   *
   * @param organisation in which it does
   */
  public record Answering(int organisation, int post) {}

  /** The posts accountable for a thing, each once for every organisation in which it is. */
  public Set<Answering> answeringFor(int thing) {
    Set<Answering> found = new LinkedHashSet<>();
    for (int organisation : facts.organisationsOf(thing)) {
      for (int answers : accountable.from(thing)) {
        found.add(new Answering(organisation, answers));
      }
    }
    for (int each : concerns.to(thing)) {
      if (isAccountability(each)) {
        for (int organisation : facts.organisationsOf(each)) {
          for (int answers : post.from(each)) {
            found.add(new Answering(organisation, answers));
          }
        }
      }
    }
    return found;
  }

  /**
   * Takes each thing of an organisation and a post that is accountable for it, maybe repeatedly.
   */
  public void accountable(Members members, PostTaker taker) {
    for (int thing : members.all()) {
      for (int answers : accountable.from(thing)) {
        taker.take(thing, answers);
      }
    }
    for (int each : members.ofType(assignment)) {
      if (isAccountability(each)) {
        for (int thing : concerns.from(each)) {
          for (int answers : post.from(each)) {
            taker.take(thing, answers);
          }
        }
      }
    }
  }

  /** Takes a thing and a post. */
  @FunctionalInterface
  public interface PostTaker {
    void take(int thing, int post);
  }
}
