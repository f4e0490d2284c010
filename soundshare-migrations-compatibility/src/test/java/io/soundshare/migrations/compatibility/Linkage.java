package io.soundshare.migrations.compatibility;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Asks of built classes what the JVM would find missing, or otherwise than it was when
 * they were compiled, on another class path: at the moment some user comes there.
 */
final class Linkage {

	private final ClassPath classPath;

	private final Set<String> faults = new TreeSet<>();

	private Linkage(ClassPath classPath) {
		this.classPath = classPath;
	}

	/**
	 * What does not link.
	 * @param built the jars that were built
	 * @param others the jars they are to run with
	 * @return class and member of each fault; empty when all is well
	 */
	static Set<String> faults(Collection<Path> built, Collection<Path> others) throws IOException {
		try (ClassPath classPath = new ClassPath(Stream.concat(built.stream(), others.stream()).toList())) {
			Linkage linkage = new Linkage(classPath);
			built.stream().flatMap((jar) -> ClassPath.classesOf(jar).stream()).forEach(linkage::check);
			return linkage.faults;
		}
	}

	private void check(ClassNode user) {
		for (String type : mentionedTypes(user)) {
			if (this.classPath.find(type).isEmpty()) {
				fault(user, "no class " + readable(type));
			}
		}
		for (MethodNode method : user.methods) {
			for (AbstractInsnNode instruction : method.instructions) {
				if (instruction instanceof MethodInsnNode call) {
					checkMethod(user, call.owner, call.name, call.desc, call.getOpcode() == Opcodes.INVOKESTATIC);
				}
				else if (instruction instanceof FieldInsnNode access) {
					checkField(user, access);
				}
				else if (instruction instanceof InvokeDynamicInsnNode lambda) {
					Stream.of(lambda.bsmArgs)
						.filter(Handle.class::isInstance)
						.map(Handle.class::cast)
						.filter((handle) -> handle.getTag() >= Opcodes.H_INVOKEVIRTUAL)
						.forEach((handle) -> checkMethod(user, handle.getOwner(), handle.getName(), handle.getDesc(),
								handle.getTag() == Opcodes.H_INVOKESTATIC));
				}
			}
		}
		checkInheritance(user);
	}

	private void checkMethod(ClassNode user, String owner, String name, String descriptor, boolean isStatic) {
		if (isForeign(owner) && this.classPath.find(owner).isPresent()) {
			Optional<MethodNode> found = method(owner, name, descriptor);
			if (found.isEmpty() || (Modifier.isPrivate(found.get().access) && !nest(owner).equals(nest(user.name)))) {
				fault(user, "no method " + readable(owner) + "." + name + descriptor);
			}
			else if (Modifier.isStatic(found.get().access) != isStatic) {
				fault(user, (isStatic ? "not a static method " : "a static method ") + readable(owner) + "." + name
						+ descriptor);
			}
		}
	}

	private static String nest(String type) {
		return type.split("\\$")[0];
	}

	private void checkField(ClassNode user, FieldInsnNode access) {
		if (isForeign(access.owner) && this.classPath.find(access.owner).isPresent()
				&& this.classPath.ancestry(access.owner)
					.flatMap((type) -> type.fields.stream())
					.noneMatch((field) -> field.name.equals(access.name) && field.desc.equals(access.desc))) {
			fault(user, "no field " + readable(access.owner) + "." + access.name);
		}
	}

	/** What an older or newer superclass leaves open, and what it forbids. */
	private void checkInheritance(ClassNode user) {
		List<ClassNode> ancestors = this.classPath.ancestry(user.name).toList();
		for (ClassNode ancestor : ancestors.subList(1, ancestors.size())) {
			if (Modifier.isFinal(ancestor.access)) {
				fault(user, "final " + readable(ancestor.name));
			}
			for (MethodNode method : ancestor.methods) {
				if (Modifier.isFinal(method.access) && !Modifier.isPrivate(method.access)
						&& !Modifier.isStatic(method.access) && declared(user, method.name, method.desc).isPresent()) {
					fault(user, "final " + readable(ancestor.name) + "." + method.name + method.desc);
				}
				if (Modifier.isAbstract(method.access) && !Modifier.isAbstract(user.access)
						&& method(user.name, method.name, method.desc)
							.filter((found) -> !Modifier.isAbstract(found.access))
							.isEmpty()) {
					fault(user, "not implemented: " + readable(ancestor.name) + "." + method.name + method.desc);
				}
			}
		}
	}

	/** As the JVM looks for it: what has a body first. */
	private Optional<MethodNode> method(String owner, String name, String descriptor) {
		List<MethodNode> found = this.classPath.ancestry(owner)
			.flatMap((type) -> declared(type, name, descriptor).stream())
			.toList();
		return found.stream()
			.filter((method) -> !Modifier.isAbstract(method.access))
			.findFirst()
			.or(() -> found.stream().findFirst());
	}

	private static Optional<MethodNode> declared(ClassNode type, String name, String descriptor) {
		return type.methods.stream()
			.filter((method) -> method.name.equals(name) && method.desc.equals(descriptor))
			.findFirst();
	}

	private static Set<String> mentionedTypes(ClassNode user) {
		Set<String> types = new TreeSet<>();
		user.accept(new ClassRemapper(null, new Remapper(Opcodes.ASM9) {
			@Override
			public String map(String type) {
				types.add(type);
				return type;
			}
		}));
		return types.stream().filter(Linkage::isForeign).collect(Collectors.toCollection(TreeSet::new));
	}

	private static boolean isForeign(String type) {
		return !type.startsWith("java/") && !type.startsWith("[");
	}

	private void fault(ClassNode user, String what) {
		this.faults.add(readable(user.name) + ": " + what);
	}

	private static String readable(String type) {
		return Type.getObjectType(type).getClassName();
	}

}
