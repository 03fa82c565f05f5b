package dev.swarm.tools.process;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory that C can see, all zero at first. Buffers, since their access loads nothing that a
 * program has not loaded already.
 *
 * @param bytes what is there, in this machine's order
 * @param address where it begins, as long as this is reachable
 */
record Memory(ByteBuffer bytes, long address) {

  static Memory of(int size) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    return new Memory(bytes, MemorySegment.ofBuffer(bytes).address());
  }
}
