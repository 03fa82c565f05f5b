package dev.swarm.tools.process;

/**
 * What the thread of {@link Spawner} uses for one program after the other.
 *
 * @param ends where the numbers of a new pipe are put
 * @param status where the exit status is put
 */
record Gear(Kernel kernel, PosixSpawn spawn, Chunk chunk, Memory ends, Memory status) {

  static Gear of(Kernel kernel) {
    return new Gear(
        kernel,
        new PosixSpawn(),
        new Chunk(),
        Memory.of(2 * Integer.BYTES),
        Memory.of(Integer.BYTES));
  }
}
