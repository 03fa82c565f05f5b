package dev.swarm.faults;

/**
 * A fault that is made, and what a real audit must say about it. {@code DIR} in a text stands for
 * the world's own folder.
 *
 * @param step the step of {@code world.sh} that makes it
 * @param check that must find it
 * @param subject that the finding must name, exactly
 * @param title that the finding must have, as a regular expression: here stands the number
 * @param twin a healthy subject of the same check in the same audit, which must stay silent; empty
 *     where the healthy twin is the healthy world, in which the check must be ok
 */
record Fault(
    String step, String check, String severity, String subject, String title, String twin) {

  Fault in(String dir) {
    return new Fault(
        step,
        check,
        severity,
        subject.replace("DIR", dir),
        title.replace("DIR", java.util.regex.Pattern.quote(dir)),
        twin.replace("DIR", dir));
  }

  @Override
  public String toString() {
    return check + " finds " + subject;
  }
}
