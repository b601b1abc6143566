package io.controlgraph.sparql;

import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What came of the requests of all clients. */
final class LoadTally {
  private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
  private final Queue<Long> nanosOfSmallReads = new ConcurrentLinkedQueue<>();
  private final Map<Long, String> committed = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  void count(String kind, String outcome) {
    outcomes.computeIfAbsent(kind + " " + outcome, key -> new LongAdder()).increment();
  }

  void smallRead(long nanos) {
    nanosOfSmallReads.add(nanos);
  }

  /** An update was answered as done. */
  void committed(long revision, String name) {
    String other = committed.put(revision, name);
    if (other != null) {
      fault("Revision %d is said to be that of %s and of %s".formatted(revision, other, name));
    }
  }

  void fault(String what) {
    faults.add(what);
  }

  Queue<String> faults() {
    return faults;
  }

  Set<Long> revisions() {
    return committed.keySet();
  }

  /** The names of all that was inserted. */
  Set<String> names() {
    return Set.copyOf(committed.values());
  }

  long outcomesOf(String outcome) {
    return outcomes.entrySet().stream()
        .filter(each -> each.getKey().endsWith(" " + outcome))
        .mapToLong(each -> each.getValue().sum())
        .sum();
  }

  /** Milliseconds within which so much of a hundred small reads was answered. */
  long percentile(int percent) {
    long[] sorted = nanosOfSmallReads.stream().mapToLong(Long::longValue).sorted().toArray();
    return Arrays.stream(sorted).skip((long) sorted.length * percent / 100).findFirst().orElse(0)
        / 1_000_000;
  }

  @Override
  public String toString() {
    return new TreeMap<>(outcomes).toString();
  }
}
