package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.GraphFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.query.BindingSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks several members at a time, each a query of its own, in the threads of one read. How many
 * requests one member gets at a time is limited by the connections that are kept to it.
 */
final class Everyone implements AutoCloseable {
  private final List<Member> members;
  private final Reading reading;
  private @Nullable ExecutorService threads;

  Everyone(List<Member> members, Reading reading) {
    this.members = members;
    this.reading = reading;
  }

  /** Who there is; at least one. */
  List<Member> members() {
    return members;
  }

  /** A query for a member. */
  record Request(Member member, String query) {}

  /**
   * Asks, and waits for all.
   *
   * @param read makes something of each row, on any thread; an {@link IllegalArgumentException} of
   *     it says that the row is not what was asked for
   * @return what came of each request, in the order of these
   * @throws GraphFailure if a member fails and may not
   */
  <T> List<List<T>> ask(List<Request> requests, Function<BindingSet, T> read) {
    reading.checkDeadline();
    List<Future<List<T>>> answers = new ArrayList<>();
    for (Request request : requests.subList(0, Math.max(0, requests.size() - 1))) {
      Callable<List<T>> task = () -> rows(request, read);
      answers.add(threads().submit(task));
    }
    List<List<T>> all = new ArrayList<>(requests.size());
    if (!requests.isEmpty()) {
      List<T> last = rows(requests.get(requests.size() - 1), read);
      for (Future<List<T>> answer : answers) {
        all.add(waitFor(answer));
      }
      all.add(last);
    }
    reading.requireNoFailure();
    return all;
  }

  /**
   * Asks all members the same, as {@link #ask} does.
   *
   * @return what each gave, by name
   */
  <T> Map<String, List<T>> askAll(String query, Function<BindingSet, T> read) {
    List<List<T>> answers =
        ask(members.stream().map(member -> new Request(member, query)).toList(), read);
    Map<String, List<T>> byName = new LinkedHashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      byName.put(members.get(i).name(), answers.get(i));
    }
    return byName;
  }

  /**
   * Runs tasks that ask members, each on a thread of its own but for the last, and waits for all.
   *
   * @throws GraphFailure if a member fails and may not
   */
  void each(List<Runnable> tasks) {
    reading.checkDeadline();
    List<Future<?>> running = new ArrayList<>();
    for (Runnable task : tasks.subList(0, tasks.size() - 1)) {
      running.add(threads().submit(task));
    }
    tasks.get(tasks.size() - 1).run();
    running.forEach(this::waitFor);
    reading.requireNoFailure();
  }

  /**
   * Hands on the rows of one member as they come, on the thread that calls.
   *
   * @param taker an {@link IllegalArgumentException} of it says that the row is not what was asked
   *     for
   * @throws GraphFailure if the member fails and may not
   */
  void follow(Request request, Consumer<BindingSet> taker) {
    if (reading.lacks(request.member().name())) {
      return;
    }
    try {
      request.member().follow(request.query(), reading.requests(), taker);
    } catch (GraphFailure e) {
      reading.failed(request.member(), e);
    } catch (IllegalArgumentException e) {
      reading.failed(request.member(), notAsked(request, e));
    }
  }

  private <T> List<T> rows(Request request, Function<BindingSet, T> read) {
    List<T> all = new ArrayList<>();
    try (CloseableIteration<BindingSet> rows =
        WatchedRows.of(request.member(), reading, request.query())) {
      while (rows.hasNext()) {
        all.add(read.apply(rows.next()));
      }
    } catch (IllegalArgumentException e) {
      reading.failed(request.member(), notAsked(request, e));
    }
    return all;
  }

  private static GraphFailure notAsked(Request request, IllegalArgumentException why) {
    return new GraphFailure.ServerFailed(
        request.member().where(), "gave a row that was not asked for: " + why.getMessage());
  }

  private <T extends @Nullable Object> T waitFor(Future<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      reading.requireNoFailure();
      if (e.getCause() instanceof GraphFailure failure) {
        throw reading.fail(failure);
      }
      throw new IllegalStateException("A member could not be asked.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reading.fail(new GraphFailure.DeadlineExceeded(reading.deadline().allowed()));
    }
  }

  private ExecutorService threads() {
    ExecutorService running = threads;
    if (running == null) {
      running =
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, "controlgraph-members");
                thread.setDaemon(true);
                return thread;
              });
      threads = running;
    }
    return running;
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.shutdownNow();
    }
  }
}
