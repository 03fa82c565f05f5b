import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;

/**
 * A step of the build: writes out the choices of pattern switches as plain instanceof. As javac
 * leaves them, the JVM makes a class for each such switch when it is first reached, at every start,
 * and no cache of a JDK 25 keeps it; see docs/performance.md.
 */
final class Switches {
  private static final MethodTypeDesc CHOICE = MethodTypeDesc.of(CD_int, CD_Object, CD_int);
  private int count;
  private final ClassLoader loader;

  private Switches(ClassLoader loader) {
    this.loader = loader;
  }

  /** Rewrites {@code swarm*.jar} in the folder {@code args[0]}, which holds all that they need. */
  public static void main(String[] args) throws IOException {
    var jars = new ArrayList<Path>();
    try (var files = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
      files.forEach(jars::add);
    }
    var urls = new ArrayList<URL>();
    for (var jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    int count = 0;
    var rewritten = new LinkedHashMap<Path, byte[]>();
    try (var loader = new URLClassLoader(urls.toArray(URL[]::new))) {
      for (var jar : jars) {
        if (jar.getFileName().toString().startsWith("swarm")) {
          var switches = new Switches(loader);
          rewritten.put(jar, switches.rewrite(jar));
          count += switches.count;
        }
      }
    }
    for (var jar : rewritten.entrySet()) {
      Files.write(jar.getKey(), jar.getValue());
    }
    System.out.println("wrote out " + count + " pattern switches");
  }

  private byte[] rewrite(Path path) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarFile(path.toFile());
        var out = new JarOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (var entries = jar.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        byte[] content = jar.getInputStream(entry).readAllBytes();
        var copy = new JarEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        out.write(entry.getName().endsWith(".class") ? rewrite(content) : content);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private record Choice(String name, List<ClassDesc> types) {}

  private byte[] rewrite(byte[] content) {
    ClassModel model = ClassFile.of().parse(content);
    var owner = model.thisClass().asSymbol();
    boolean anInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
    var choices = new ArrayList<Choice>();
    CodeTransform code =
        (builder, element) -> {
          var types = types(element);
          if (types.isEmpty()) {
            builder.with(element);
          } else {
            var name = "$switch$" + choices.size();
            choices.add(new Choice(name, types));
            builder.invokestatic(owner, name, CHOICE, anInterface);
          }
        };
    byte[] changed =
        ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(loader)
                        .orElse(ClassHierarchyResolver.defaultResolver())))
            .transformClass(
                model,
                ClassTransform.transformingMethodBodies(code)
                    .andThen(
                        ClassTransform.endHandler(
                            builder -> choices.forEach(choice -> choice(builder, choice)))));
    count += choices.size();
    return choices.isEmpty() ? content : changed;
  }

  private static void choice(ClassBuilder builder, Choice choice) {
    builder.withMethodBody(
        choice.name(),
        CHOICE,
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
        code -> {
          Label notNull = code.newLabel();
          code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
          for (int i = 0; i < choice.types().size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf(choice.types().get(i)).ifeq(next);
            code.loadConstant(i).ireturn().labelBinding(next);
          }
          code.loadConstant(choice.types().size()).ireturn();
        });
  }

  /** The types that a switch tells apart; empty for anything else than a switch over types. */
  private static List<ClassDesc> types(CodeElement element) {
    if (!(element instanceof InvokeDynamicInstruction dynamic)
        || !dynamic.bootstrapMethod().owner().descriptorString().equals("Ljava/lang/runtime/SwitchBootstraps;")
        || !dynamic.bootstrapMethod().methodName().equals("typeSwitch")) {
      return List.of();
    }
    var types = new ArrayList<ClassDesc>();
    for (ConstantDesc label : dynamic.bootstrapArgs()) {
      if (!(label instanceof ClassDesc type)) {
        return List.of();
      }
      types.add(type);
    }
    return types;
  }
}
