package dev.swarm.coordinator.life;

/** Something happened to a finding: what notices are made of. One that swings makes none. */
public sealed interface LifeChange {
  /** The finding as it is from then on. */
  Life life();

  /** Seen for the first time on this node. */
  record New(Life life) implements LifeChange {}

  /** Gone, and looked for. */
  record Fixed(Life life) implements LifeChange {}

  /** It was fixed, and is there again. */
  record Back(Life life) implements LifeChange {}

  /** An operator said something of it. */
  record Judged(Life life, Judgement judgement) implements LifeChange {}
}
