package io.controlgraph.search;

import io.controlgraph.graph.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What things belong to, such as frameworks, organisations and classes, as a query names them. */
final class Context {
  /** Shorter beginnings would name too many. */
  private static final int LEAST_LETTERS = 3;

  private final LabelIndex index;
  private final Scope scope;
  private final List<Entry> owners = new ArrayList<>();
  private final Set<Node> replaced = new HashSet<>();

  Context(LabelIndex index, Scope scope) {
    this.index = index;
    this.scope = scope;
    Words words = index.words();
    int end = words.after(Entry.MEMBER_OF);
    for (int i = words.from(Entry.MEMBER_OF); i < end; i++) {
      String iri = words.at(i).substring(Entry.MEMBER_OF.length());
      Entry owner = index.entry(NodeFactory.createURI(iri)).seenIn(scope);
      owners.add(owner);
      if (!owner.values(Role.REPLACED_BY).isEmpty()) {
        replaced.add(owner.node());
      }
    }
  }

  /** What a word names: to its end, or by its first letters if there are enough of them. */
  Set<Node> named(String word) {
    Set<Node> named = new HashSet<>();
    for (Entry owner : owners) {
      for (Stated stated : owner.statements()) {
        if (stated.role().isText() && names(stated.key(), word)) {
          named.add(owner.node());
        }
      }
    }
    return named;
  }

  private static boolean names(String key, String word) {
    return word.length() < LEAST_LETTERS
        ? Fold.words(key).contains(word)
        : Tokens.begins(key, word);
  }

  /** The things that belong to some of these. */
  BitSet members(Set<Node> some) {
    BitSet members = new BitSet();
    for (Node owner : some) {
      members.or(index.words().having(Entry.MEMBER_OF + owner.getURI()));
    }
    return members;
  }

  /** Whether a newer edition has taken the place of what a thing belongs to. */
  boolean isReplaced(Entry thing) {
    return thing.frameworks().stream().anyMatch(replaced::contains)
        || !thing.values(Role.REPLACED_BY).isEmpty();
  }

  /** A class and those below it. */
  Set<Node> below(Node type) {
    Set<Node> found = new HashSet<>(Set.of(type));
    Deque<Node> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      Node next = open.remove();
      index.words().having(Entry.BELOW + next.getURI()).stream()
          .mapToObj(id -> index.at(id).seenIn(scope))
          .filter(entry -> entry.values(Role.SUPERCLASS).contains(next))
          .map(Entry::node)
          .filter(found::add)
          .forEach(open::add);
    }
    return found;
  }
}
