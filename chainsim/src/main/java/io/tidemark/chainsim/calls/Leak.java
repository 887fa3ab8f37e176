package io.tidemark.chainsim.calls;

import io.tidemark.terms.FieldClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes the reports of one world: who is called after a leak, and who is called anyway. */
public final class Leak {
  private static final int FIRST_DAY = 60;
  private static final int LAST_DAY = 200;
  private static final int CALLED_WITHIN = 120;
  private static final double MENTIONED = .4;
  private static final int FEWEST = 30;
  private static final int PATIENCE = 5_000;

  private final CallWorld world;
  private final Behaviour behaviour;
  private final SplittableRandom random;
  private final int leakDay;

  /** A leak; everything by lot. */
  public Leak(CallWorld world, Behaviour behaviour, SplittableRandom random) {
    this.world = world;
    this.behaviour = behaviour;
    this.random = random;
    this.leakDay = FIRST_DAY + random.nextInt(LAST_DAY - FIRST_DAY);
  }

  /** Reports about {@code many} people, of a caller with the lists of so many parties. */
  public Reports reports(int sources, int many) {
    List<Integer> leaking = new ArrayList<>();
    while (leaking.size() < sources) {
      int party = random.nextInt(world.parties().size());
      if (!leaking.contains(party) && world.parties().get(party).heldBy(leakDay) >= FEWEST) {
        leaking.add(party);
      }
    }
    return reports(leaking, many);
  }

  /** Reports about {@code many} people, of a caller with the lists of these parties. */
  public Reports reports(List<Integer> sources, int many) {
    List<int[]> lists = sources.stream().map(this::list).toList();
    List<Reports.Call> calls = new ArrayList<>();
    Set<Integer> had = new HashSet<>();
    while (calls.size() < many) {
      boolean listed = !sources.isEmpty() && random.nextDouble() >= behaviour.background();
      int which = listed ? random.nextInt(sources.size()) : -1;
      Reports.Call call = listed ? fromList(sources.get(which), lists.get(which)) : background();
      if (had.add(call.person())) {
        calls.add(call);
      }
    }
    return new Reports(sources, leakDay, calls);
  }

  private int[] list(int party) {
    return world.parties().get(party).given().entrySet().stream()
        .filter(one -> one.getValue() <= leakDay)
        .mapToInt(one -> one.getKey())
        .toArray();
  }

  private Reports.Call fromList(int party, int[] list) {
    boolean within = random.nextDouble() < behaviour.kept();
    int person = list[random.nextInt(list.length)];
    int day = day();
    for (int i = 0; within && i < PATIENCE; i++) {
      if (world.daysLeft(person, day) < behaviour.window()) {
        break;
      }
      person = list[random.nextInt(list.length)];
      day = day();
    }
    boolean knows = random.nextDouble() < behaviour.knows();
    Set<FieldClass> shown = world.parties().get(party).shown();
    return new Reports.Call(person, day, knows ? some(shown) : Set.of(), true);
  }

  private Reports.Call background() {
    boolean knows = random.nextDouble() < behaviour.guesses();
    return new Reports.Call(
        1 + random.nextInt(world.people()),
        day(),
        knows ? some(EnumSet.of(FieldClass.PLATE, FieldClass.MODEL, FieldClass.EXPIRY)) : Set.of(),
        false);
  }

  private int day() {
    return leakDay + random.nextInt(CALLED_WITHIN);
  }

  private Set<FieldClass> some(Set<FieldClass> of) {
    Set<FieldClass> some = EnumSet.noneOf(FieldClass.class);
    List<FieldClass> sorted = of.stream().sorted().toList();
    sorted.stream().filter(field -> random.nextDouble() < MENTIONED).forEach(some::add);
    some.add(sorted.get(random.nextInt(sorted.size())));
    return some;
  }
}
